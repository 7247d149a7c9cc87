import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTexts } from "./host-texts.ts";
import { businessNow } from "./use-clock.ts";
import type { Live } from "./use-live.ts";
import { fromFieldValue, toFieldValue, tomorrowAt } from "./zoned-time.ts";

type Move = { readonly now: string } | { readonly advance: string };
type Progress = "ready" | "moving" | "refused" | "failed";

/** Moves business time forward: an hour, to tomorrow morning, or to a chosen moment in the municipality's zone. */
export function ClockControls({
  clock,
  timeZone,
  text,
}: {
  readonly clock: Live["clock"];
  readonly timeZone: string;
  /** What the clock shows, in words. */
  readonly text: string;
}): React.JSX.Element {
  const styles = useStyles();
  const texts = useTexts();
  const [progress, setProgress] = useState<Progress>("ready");
  const [target, setTarget] = useState(() => fieldValue(clock, timeZone));
  const busy = progress === "moving";
  const move = (wanted: Move | undefined): void => {
    if (wanted === undefined || busy) return;
    setProgress("moving");
    void moveClock(wanted).then(setProgress);
  };
  const now = businessNow(clock);
  return (
    <div className={styles.controls}>
      <Text>{text}</Text>
      <div className={styles.buttons}>
        <Button disabledFocusable={busy} onClick={() => move({ advance: "PT1H" })}>
          {texts.clockHour}
        </Button>
        <Button
          disabledFocusable={busy || now === undefined}
          onClick={() => move(now && { now: tomorrowAt(10, now, timeZone).toISOString() })}
        >
          {texts.clockTomorrow}
        </Button>
      </div>
      <form
        className={styles.jump}
        aria-label={texts.clockJump}
        onSubmit={(event) => {
          event.preventDefault();
          const instant = fromFieldValue(target, timeZone);
          if (instant !== undefined && now !== undefined && instant < now) setProgress("refused");
          else move(instant && { now: instant.toISOString() });
        }}
      >
        <Field label={texts.clockJump} className={styles.field}>
          <Input
            type="datetime-local"
            aria-label={`${texts.clockJump} ${texts.clockField}`}
            value={target}
            onChange={(_event, { value }) => setTarget(value)}
          />
        </Field>
        <Button type="submit" disabledFocusable={busy}>
          {texts.clockGo}
        </Button>
      </form>
      <output>{progress === "ready" ? "" : texts[messages[progress]]}</output>
    </div>
  );
}

const messages = { moving: "clockMoving", refused: "clockRefused", failed: "clockFailed" } as const;

/** Moves the workspace's clock; it only goes forward. */
export async function moveClock(wanted: Move): Promise<Progress> {
  const answer = await fetch("/workspace/clock", { method: "POST", body: JSON.stringify(wanted) }).catch(
    () => undefined,
  );
  if (answer === undefined || answer.status >= 500) return "failed";
  return answer.ok ? "ready" : "refused";
}

function fieldValue(clock: Live["clock"], timeZone: string): string {
  const now = businessNow(clock);
  return now === undefined ? "" : toFieldValue(now, timeZone);
}

const useStyles = makeStyles({
  controls: { display: "grid", rowGap: tokens.spacingVerticalM, justifyItems: "start", maxWidth: "100%" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  jump: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS },
  field: { minWidth: "200px" },
});
