import { Button, Text } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Guide, GuideReading } from "../../guide.ts";
import { moveClock } from "./clock-controls.tsx";
import { FaultSwitch } from "./fault-switch.tsx";
import { useGuideStyles } from "./guide.styles.ts";
import { guideTexts } from "./guide-texts.ts";
import type { HostLocale } from "./host-state.ts";
import { formatClock, fromFieldValue, toFieldValue } from "./zoned-time.ts";

/** What shows more than the walk itself: the deadline, two people at once, and a SharePoint that fails. One press each. */
export function GuideExtras(props: {
  readonly guide: Guide;
  /** Day of the deadline, as read. */
  readonly day: GuideReading["deadline"];
  readonly faults: boolean;
  readonly timeZone: string;
  readonly locale: HostLocale;
  readonly onPair: () => void;
}): React.JSX.Element {
  const { guide, faults, locale, onPair } = props;
  const styles = useGuideStyles();
  const texts = guideTexts[locale];
  const hint = useId();
  return (
    <section className={styles.extras} aria-label={texts.tryTitle}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {texts.tryTitle}
      </Text>
      <Deadline {...props} />
      <div className={styles.extra}>
        <Button onClick={onPair}>{texts.pair}</Button>
        <Text size={200} className={styles.quiet}>
          {guide.pair.hint[locale]}
        </Text>
      </div>
      <div>
        <FaultSwitch on={faults} describedBy={hint} />
        <Text id={hint} block size={200} className={styles.besideSwitch}>
          {texts.faultsHint}
        </Text>
      </div>
    </section>
  );
}

function Deadline(props: {
  readonly guide: Guide;
  readonly day: GuideReading["deadline"];
  readonly timeZone: string;
  readonly locale: HostLocale;
}): React.JSX.Element {
  const { guide, day, timeZone, locale } = props;
  const styles = useGuideStyles();
  const texts = guideTexts[locale];
  const [progress, setProgress] = useState<"" | "moving" | "moved" | "notMoved">("");
  const instant = day === null ? undefined : timeOfDay(new Date(day), guide.deadline.time, timeZone);
  const jump = (): void => {
    if (instant === undefined || progress === "moving") return;
    setProgress("moving");
    void moveClock({ now: instant.toISOString() }).then((answer) =>
      setProgress(answer === "ready" ? "moved" : "notMoved"),
    );
  };
  return (
    <div className={styles.extra}>
      <Button disabledFocusable={instant === undefined || progress === "moving"} onClick={jump}>
        {texts.deadline}
      </Button>
      <Text size={200} className={styles.quiet}>
        {instant === undefined
          ? texts.noDeadline
          : `${guide.deadline.hint[locale]} ${sentence(formatClock(instant, timeZone, locale))}`}
      </Text>
      <output>{progress === "" ? "" : texts[progress]}</output>
    </div>
  );
}

/** A time like "23:50" on the day of an instant, as the zone's clocks show it. */
function timeOfDay(day: Date, time: string, timeZone: string): Date | undefined {
  return fromFieldValue(`${toFieldValue(day, timeZone).slice(0, 10)}T${time}`, timeZone);
}

function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}
