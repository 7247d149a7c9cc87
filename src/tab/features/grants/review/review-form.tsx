import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { ReviewItem } from "#contract/reviews.ts";
import type { CriterionView } from "#contract/rounds.ts";
import { type ScorePoint, supports } from "#domain/grants/review.ts";
import { ProblemNote } from "../../../components/problem-note.tsx";
import { Section } from "../../../components/section.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { problemSentence } from "../../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../../texts/texts-context.ts";
import { CriterionField } from "./criterion-field.tsx";
import { digitBelongsTo, focusAnswer, nextAnswer } from "./next-answer.ts";
import { OptionGroup } from "./option-group.tsx";
import { useReviewStyles } from "./review.styles.ts";
import { reviewProblems, runningScoreTenths } from "./review-problems.ts";
import type { ReviewAnswers, ReviewSaver, ReviewWork } from "./review-saver.ts";
import { ReviewState } from "./review-state.tsx";
import { useGiveKey, useScoreKeys } from "./use-review-keys.ts";

interface ReviewFormProps {
  readonly item: ReviewItem;
  readonly criteria: readonly CriterionView[];
  readonly saver: ReviewSaver;
  readonly readOnly: boolean;
  readonly last: boolean;
  readonly onGiven: () => void;
}

/** The reviewer's own answers to one application. */
export function ReviewForm({ item, criteria, saver, readOnly, last, onGiven }: ReviewFormProps) {
  const styles = useReviewStyles();
  const texts = useTexts();
  const { review } = texts;
  const language = useLanguage();
  const [pressed, setPressed] = useState(false);
  const work = saver.workOf(item);
  const { answers } = work;
  const problems = reviewProblems(answers, criteria);
  const problemAt = (path: string): string | undefined => {
    const problem = problems.find((each) => each.field === path);
    return problem && (pressed || problem.code === "cpr") ? problemSentence(problem, texts, language) : undefined;
  };
  const change = (next: ReviewAnswers): void => {
    saver.edit(item, next);
  };
  const give = async (): Promise<void> => {
    setPressed(true);
    const [first] = problems;
    if (first) {
      focusAnswer(first.field);
      return;
    }
    if (await saver.give(item)) onGiven();
  };
  const given = item.state === "given";
  const score = (code: string | undefined, point: ScorePoint): void => {
    if (code === undefined) return;
    const scores = { ...answers.scores, [code]: point };
    change({ ...answers, scores });
    const next = nextAnswer(criteria, { ...answers, scores }, code);
    focusAnswer(next, next === `scores.${code}` ? point : undefined);
  };
  useScoreKeys(readOnly ? undefined : (point) => score(digitBelongsTo(criteria, answers.scores), point));
  useGiveKey(readOnly || work.state === "saving" ? undefined : () => void give());
  return (
    <Section title={review.yourReview}>
      <div className={styles.form}>
        <p className={styles.scale}>{review.scale}</p>
        {criteria.map((criterion) => (
          <CriterionField
            key={criterion.code}
            criterion={criterion}
            answers={answers}
            onChange={change}
            onDigit={(point) => {
              score(criterion.code, point);
            }}
            problemAt={problemAt}
            readOnly={readOnly}
          />
        ))}
        <SupportAndReason answers={answers} change={change} problemAt={problemAt} readOnly={readOnly} />
        {work.state === "refused" && work.problem ? <ProblemNote problem={work.problem} /> : null}
        <div className={styles.foot}>
          <RunningScore answers={answers} criteria={criteria} stands={given && isAtRest(work)} />
          {readOnly && work.state === "changed" ? null : <ReviewState work={work} />}
          {readOnly ? null : (
            <Button
              className={styles.give}
              appearance="primary"
              onClick={() => void give()}
              disabledFocusable={work.state === "saving"}
            >
              {given ? review.change : last ? review.give : review.giveNext}
            </Button>
          )}
        </div>
        {pressed && problems.length > 0 ? (
          <p className={styles.error} role="alert">
            {review.incomplete}
          </p>
        ) : null}
      </div>
    </Section>
  );
}

/** Whether nothing of the answers waits to be saved. */
function isAtRest({ state }: Pick<ReviewWork, "state">): boolean {
  return state === "untouched" || state === "saved";
}

function RunningScore({
  answers,
  criteria,
  stands,
}: {
  readonly answers: ReviewAnswers;
  readonly criteria: readonly CriterionView[];
  /** The review is given as it stands here. */
  readonly stands: boolean;
}) {
  const styles = useReviewStyles();
  const { review } = useTexts();
  const format = useFormat();
  const running = runningScoreTenths(answers, criteria);
  const points = running === undefined ? review.noScore : review.points(format.tenths(running));
  return (
    <output className={styles.score}>{running === undefined || stands ? points : `${review.running} ${points}`}</output>
  );
}

interface SupportAndReasonProps {
  readonly answers: ReviewAnswers;
  readonly change: (answers: ReviewAnswers) => void;
  readonly problemAt: (path: string) => string | undefined;
  readonly readOnly: boolean;
}

function SupportAndReason({ answers, change, problemAt, readOnly }: SupportAndReasonProps) {
  const styles = useReviewStyles();
  const { review, words } = useTexts();
  const problem = problemAt("reason");
  return (
    <>
      <OptionGroup
        id="support"
        legend={<span>{review.support}</span>}
        options={supports.map((value) => ({ value, text: words.support[value] }))}
        value={answers.support}
        className={styles.supports}
        readOnly={readOnly}
        error={problemAt("support")}
        onChoose={(support) => {
          change({ ...answers, support });
        }}
      />
      <Field
        label={review.reason}
        required
        hint={review.reasonHint}
        validationState={problem === undefined ? "none" : "error"}
        validationMessage={problem ?? null}
      >
        <Textarea
          id="reason"
          rows={4}
          resize="vertical"
          value={answers.reason}
          readOnly={readOnly}
          onChange={(_, data) => {
            change({ ...answers, reason: data.value });
          }}
        />
      </Field>
    </>
  );
}
