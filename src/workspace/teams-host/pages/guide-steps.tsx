import { Button, mergeClasses, Text } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import type { GuideReading, GuideSpot, GuideStep } from "../../guide.ts";
import { useGuideStyles } from "./guide.styles.ts";
import { guideTexts } from "./guide-texts.ts";
import type { HostLocale } from "./host-state.ts";

/** Whether every part of a step has been done. */
export function isStepDone({ parts }: GuideStep, done: GuideReading["done"]): boolean {
  return parts.every(({ id }) => done.includes(id));
}

/**
 * The steps in their order, each with what to do now and the button that leads there. A step that is done keeps its
 * last button: whoever stands on it stays, and can go and look.
 */
export function GuideSteps(props: {
  readonly steps: readonly GuideStep[];
  readonly done: GuideReading["done"];
  readonly locale: HostLocale;
  readonly onGo: (spot: GuideSpot) => void;
}): React.JSX.Element {
  const { steps, done } = props;
  const styles = useGuideStyles();
  const current = steps.findIndex((step) => !isStepDone(step, done));
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <Step key={index} {...props} step={step} number={index + 1} isCurrent={index === current} />
      ))}
    </ol>
  );
}

function Step(props: {
  readonly step: GuideStep;
  readonly number: number;
  readonly isCurrent: boolean;
  readonly done: GuideReading["done"];
  readonly locale: HostLocale;
  readonly onGo: (spot: GuideSpot) => void;
}): React.JSX.Element {
  const { step, number, isCurrent, done, locale, onGo } = props;
  const styles = useGuideStyles();
  const texts = guideTexts[locale];
  const isDone = isStepDone(step, done);
  const part = step.parts.find(({ id }) => !done.includes(id)) ?? step.parts.at(-1);
  return (
    <li className={styles.step} aria-current={isCurrent ? "step" : undefined}>
      <span
        aria-hidden="true"
        className={mergeClasses(styles.mark, isCurrent && styles.current, isDone && styles.doneMark)}
      >
        {isDone ? <CheckmarkCircleFilled /> : number}
      </span>
      <div className={styles.words}>
        <Text as="h3" weight="semibold" className={styles.heading}>
          {step.title[locale]}
          {isDone && <span className={styles.doneWord}>{` · ${texts.done}`}</span>}
        </Text>
        {part !== undefined && (
          <>
            <Text className={mergeClasses(isDone && styles.quiet)}>{part.text[locale]}</Text>
            <Button appearance={isCurrent ? "primary" : "secondary"} onClick={() => onGo(part.go)}>
              {part.button[locale]}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
