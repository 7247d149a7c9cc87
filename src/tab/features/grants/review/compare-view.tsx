import { Button, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode, useId } from "react";
import type { ApplicationView } from "#contract/applications.ts";
import type { ReviewWalk } from "#contract/reviews.ts";
import type { CriterionView } from "#contract/rounds.ts";
import { LongText } from "../../../components/long-text.tsx";
import { Section } from "../../../components/section.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { comparable, type ReadItem } from "./comparable.ts";
import { runningScoreTenths } from "./review-problems.ts";
import type { ReviewAnswers, ReviewSaver } from "./review-saver.ts";

const line = `1px solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  table: { width: "100%", tableLayout: "fixed", borderCollapse: "collapse" },
  name: { width: "176px" },
  cell: {
    textAlign: "left",
    verticalAlign: "top",
    padding: "12px 16px 12px 0",
    borderBottom: line,
    overflowWrap: "anywhere",
  },
  rowName: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  aside: { display: "block", fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  subject: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px" },
  score: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  remark: { margin: "4px 0 0" },
  choice: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 12px", marginBottom: "8px" },
  pick: { minWidth: "240px", maxWidth: "100%", "& select": { minWidth: 0, width: "100%" } },
});

interface CompareViewProps {
  readonly walk: ReviewWalk;
  readonly item: ReadItem;
  readonly other: ReadItem;
  readonly saver: ReviewSaver;
  readonly onPick: (key: string) => void;
  /** Goes to an application's review. */
  readonly onOpen: (key: string) => void;
}

/**
 * Two applications side by side, the same criterion beside the same criterion. Only the reviewer's own answers stand
 * there, so it is as blind as the walk itself.
 */
export function CompareView({ walk, item, other, saver, onPick, onOpen }: CompareViewProps) {
  const styles = useStyles();
  const { review, application: words } = useTexts();
  const format = useFormat();
  const pickId = useId();
  const pair = [item, other] as const;
  const answers = pair.map((each) => saver.workOf(each).answers);
  const texts: readonly (readonly [string, (application: ApplicationView) => ReactNode])[] = [
    [words.requested, (application) => format.kr(application.requestedOere)],
    [words.own, (application) => application.text && format.kr(application.text.ownContributionOere)],
    [words.description, (application) => <LongText text={application.text?.description ?? ""} />],
    [words.effect, (application) => <LongText text={application.text?.effect ?? ""} />],
    [words.operation, (application) => <LongText text={application.text?.operation ?? ""} />],
  ];
  return (
    <Section title={review.compareTitle}>
      <div className={styles.choice}>
        <label htmlFor={pickId}>{review.compareWith}</label>
        <Select
          id={pickId}
          className={styles.pick}
          value={other.application.key}
          onChange={(_, data) => {
            onPick(data.value);
          }}
        >
          {comparable(walk.items)
            .filter(({ application }) => application.key !== item.application.key)
            .map(({ application }) => (
              <option key={application.key} value={application.key}>
                {`${application.number} ${application.title}`}
              </option>
            ))}
        </Select>
      </div>
      <table className={styles.table} aria-label={review.compareTitle}>
        <colgroup>
          <col className={styles.name} />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            {[review.application, ...pair.map(({ application }) => application.title)].map((text, index) => (
              // Three places that never change.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={index} scope="col" className={mergeClasses(styles.cell, index === 0 && styles.rowName)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            name={review.compareState}
            cells={pair.map((each) => <Subject key="subject" item={each} onOpen={onOpen} />)}
          />
          {texts.map(([name, cell]) => (
            <Row key={name} name={name} cells={pair.map(({ application }) => cell(application))} />
          ))}
          {walk.criteria.map((criterion) => (
            <Row
              key={criterion.code}
              name={criterion.name}
              aside={review.weight(criterion.weight)}
              cells={answers.map((each) => <OwnScore key="score" answers={each} criterion={criterion} />)}
            />
          ))}
          <Row
            name={review.running}
            cells={answers.map((each) => {
              const running = runningScoreTenths(each, walk.criteria);
              return running === undefined ? review.noScore : review.points(format.tenths(running));
            })}
          />
        </tbody>
      </table>
    </Section>
  );
}

interface RowProps {
  readonly name: string;
  readonly aside?: string;
  readonly cells: readonly ReactNode[];
}

function Row({ name, aside, cells }: RowProps) {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.rowName)}>
        {name}
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </th>
      {cells.map((cell, index) => (
        // Two places that never change.
        // oxlint-disable-next-line react/no-array-index-key
        <td key={index} className={styles.cell}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

function Subject({
  item: { application, state },
  onOpen,
}: {
  readonly item: ReadItem;
  readonly onOpen: (key: string) => void;
}) {
  const styles = useStyles();
  const { review } = useTexts();
  return (
    <div className={styles.subject}>
      <span className={styles.rowName}>
        {[application.number, application.centreName, review.states[state]].join(" · ")}
      </span>
      <Button
        size="small"
        aria-label={review.compareOpenOf(application.number)}
        onClick={() => {
          onOpen(application.key);
        }}
      >
        {review.compareOpen}
      </Button>
    </div>
  );
}

/** The reviewer's own points and remark on a criterion. */
function OwnScore({ answers, criterion }: { readonly answers: ReviewAnswers; readonly criterion: CriterionView }) {
  const styles = useStyles();
  const { review } = useTexts();
  const score = answers.scores[criterion.code];
  const remark = answers.remarks[criterion.code] ?? "";
  if (score === undefined) return <Fragment>{review.noScore}</Fragment>;
  return (
    <>
      <span className={styles.score}>{review.point(score, criterion.anchors[score - 1] ?? "")}</span>
      {remark === "" ? null : (
        <div className={styles.remark}>
          <LongText text={remark} />
        </div>
      )}
    </>
  );
}
