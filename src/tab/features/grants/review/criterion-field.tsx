import { Field, Textarea } from "@fluentui/react-components";
import type { CriterionView } from "#contract/rounds.ts";
import { type ScorePoint, scorePoints } from "#domain/grants/review.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { OptionGroup } from "./option-group.tsx";
import { useReviewStyles } from "./review.styles.ts";
import { needsRemark } from "./review-problems.ts";
import type { ReviewAnswers } from "./review-saver.ts";

interface CriterionFieldProps {
  readonly criterion: CriterionView;
  readonly answers: ReviewAnswers;
  readonly onChange: (answers: ReviewAnswers) => void;
  /** A score was given by its digit. */
  readonly onDigit: (score: ScorePoint) => void;
  /** The sentence to show at a path, if any. */
  readonly problemAt: (path: string) => string | undefined;
  readonly readOnly: boolean;
}

/** One criterion: five keys with their anchors, and the remark that 1, 2 and 5 ask for. */
export function CriterionField({ criterion, answers, onChange, onDigit, problemAt, readOnly }: CriterionFieldProps) {
  const styles = useReviewStyles();
  const { review } = useTexts();
  const { code, name, weight, anchors } = criterion;
  const score = answers.scores[code];
  const remarkProblem = problemAt(`remarks.${code}`);
  return (
    <OptionGroup
      id={`scores.${code}`}
      legend={
        <>
          <span>{name}</span>
          <span className={styles.weight}>{review.weight(weight)}</span>
        </>
      }
      options={scorePoints.map((value) => ({
        value,
        text: String(value),
        label: review.point(value, anchors[value - 1] ?? ""),
      }))}
      value={score}
      className={styles.scores}
      readOnly={readOnly}
      error={problemAt(`scores.${code}`)}
      onChoose={(value) => {
        onChange({ ...answers, scores: { ...answers.scores, [code]: value } });
      }}
      onDigit={onDigit}
    >
      {anchors.some((anchor) => anchor !== "") ? (
        <p className={styles.anchor}>{score === undefined ? "" : anchors[score - 1]}</p>
      ) : null}
      <Field
        className={styles.remark}
        label={needsRemark(score) ? review.remarkLabel : review.remarkOptional}
        required={needsRemark(score)}
        hint={needsRemark(score) && remarkProblem === undefined ? review.remarkNeeded : null}
        validationState={remarkProblem === undefined ? "none" : "error"}
        validationMessage={remarkProblem ?? null}
      >
        <Textarea
          id={`remarks.${code}`}
          aria-label={review.remark(name)}
          rows={2}
          resize="vertical"
          value={answers.remarks[code] ?? ""}
          readOnly={readOnly}
          onChange={(_, data) => {
            onChange({ ...answers, remarks: { ...answers.remarks, [code]: data.value } });
          }}
        />
      </Field>
    </OptionGroup>
  );
}
