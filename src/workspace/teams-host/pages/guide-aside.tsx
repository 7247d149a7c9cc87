import { Button, mergeClasses, Text } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useRef, useState } from "react";
import type { Guide, GuideReading, GuideSpot } from "../../guide.ts";
import { useGuideStyles } from "./guide.styles.ts";
import { GuideExtras } from "./guide-extras.tsx";
import { goToSpot } from "./guide-spot.ts";
import { GuideSteps, isStepDone } from "./guide-steps.tsx";
import { guideTexts } from "./guide-texts.ts";
import type { ShellProps } from "./host-shell.tsx";
import type { HostLocale } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";

interface GuideAsideProps extends ShellProps {
  readonly guide: Guide;
  readonly reading: GuideReading;
  /** The pane the buttons lead in. */
  readonly pane: number;
  /** Below the panes, where there is no room beside them. */
  readonly sheet: boolean;
  /** Opened by a press, which it takes the focus from. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/**
 * The walk for newcomers, beside the panes or below them, never over them. Below them it folds to one line, and folds
 * by itself when a button leads into the pane. Escape closes it.
 */
export function GuideAside(props: GuideAsideProps): React.JSX.Element {
  const { guide, reading, data, state, actions, live, pane, sheet, takesFocus, onClose } = props;
  const styles = useGuideStyles();
  const { locale } = state;
  const texts = guideTexts[locale];
  const aside = useRef<HTMLElement>(null);
  const [folded, setFolded] = useState(false);
  const shut = sheet && folded;
  useEffect(() => {
    if (takesFocus) aside.current?.focus();
  }, [takesFocus]);
  const makeRoom = (): void => {
    if (!sheet) return;
    // What was pressed goes away with the fold.
    aside.current?.focus();
    setFolded(true);
  };
  const go = (spot: GuideSpot): void => {
    if (spot.app !== "tab" && state.client === "outlook") actions.setClient("teams");
    goToSpot(pane, spot, data, actions);
    makeRoom();
  };
  const showPair = (): void => {
    actions.setSplit(true);
    goToSpot(0, guide.pair.left, data, actions);
    goToSpot(1, guide.pair.right, data, actions);
    makeRoom();
  };
  return (
    // Escape is the keyboard's way to the button that closes it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={aside}
      tabIndex={-1}
      className={mergeClasses(styles.aside, sheet && styles.sheet)}
      aria-label={texts.title}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <Head {...props} folded={folded} setFolded={setFolded} />
      {!shut && (
        <div className={styles.body}>
          <Text className={styles.quiet}>{texts.intro}</Text>
          <GuideSteps steps={guide.steps} done={reading.done} locale={locale} onGo={go} />
          <GuideExtras
            guide={guide}
            day={reading.deadline}
            faults={live.faults}
            timeZone={data.configuration.tenant.timeZone}
            locale={locale}
            onPair={showPair}
          />
        </div>
      )}
    </aside>
  );
}

function Head(
  props: GuideAsideProps & {
    readonly folded: boolean;
    readonly setFolded: (folded: boolean) => void;
  },
): React.JSX.Element {
  const { guide, reading, state, sheet, onClose, folded, setFolded } = props;
  const styles = useGuideStyles();
  const { close } = useTexts();
  const texts = guideTexts[state.locale];
  const done = guide.steps.filter((step) => isStepDone(step, reading.done)).length;
  const next = guide.steps.find((step) => !isStepDone(step, reading.done))?.title[state.locale];
  return (
    <div className={styles.head}>
      <div className={styles.headWords}>
        <Text as="h2" weight="semibold" className={styles.title}>
          {texts.title}
        </Text>
        <Text size={200} className={styles.quiet}>
          {next === undefined ? texts.allDone : texts.progress(done, guide.steps.length, next)}
        </Text>
        <output className={styles.unseen}>{useNewlyDone(guide, reading, state.locale)}</output>
      </div>
      {sheet && (
        <Button
          appearance="subtle"
          icon={folded ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-label={folded ? texts.unfold : texts.fold}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        />
      )}
      <Button appearance="subtle" icon={<DismissRegular />} aria-label={`${close}: ${texts.title}`} onClick={onClose} />
    </div>
  );
}

/** Says which step has just been done; what was done before the guide was opened is no news. */
function useNewlyDone(guide: Guide, reading: GuideReading, locale: HostLocale): string {
  const done = guide.steps.filter((step) => isStepDone(step, reading.done));
  const [before] = useState(() => done.map(({ title }) => title[locale]));
  const [language] = useState(locale);
  const news = done.filter(({ title }) => !before.includes(title[language])).at(-1);
  return news === undefined ? "" : guideTexts[locale].stepDone(news.title[locale]);
}
