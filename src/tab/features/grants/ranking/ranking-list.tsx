import { mergeClasses } from "@fluentui/react-components";
import type { RankingRow } from "#contract/ranking.ts";
import type { CriterionView } from "#contract/rounds.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useRankingStyles } from "./ranking.styles.ts";
import { type RankingLine, rankingLines } from "./ranking-lines.ts";
import { RankingRowView } from "./ranking-row-view.tsx";
import type { ReasonSaver } from "./reason-saver.ts";
import { useWindowedLines } from "./use-windowed-lines.ts";

/** The line whose reason has to be mended; the count tells one time from the next. */
export interface Lead {
  readonly applicationKey: string;
  readonly times: number;
}

interface RankingListProps {
  readonly rows: readonly RankingRow[];
  readonly frameOere: number;
  readonly restOere: number | undefined;
  /** Missing where the reader may not write reasons. */
  readonly saver: ReasonSaver | undefined;
  /** The lines whose reason is open. */
  readonly open: ReadonlySet<string>;
  readonly onOpen: (open: ReadonlySet<string>) => void;
  readonly lead: Lead | undefined;
  /** Told of a draft from remarks that has come before the reader's eyes. */
  readonly onReadDraft: (applicationKey: string, draft: string) => void;
  /** As if the rest were offered to the first that does not fit. */
  readonly offered: boolean;
  readonly reviewerCount: number | undefined;
  readonly criteria: readonly CriterionView[];
}

/** The ranked list with the frame as a line in it; long lists only draw what can be seen. */
export function RankingList(props: RankingListProps) {
  const { rows, frameOere, restOere, saver, open, onOpen, lead, onReadDraft, offered, reviewerCount, criteria } = props;
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const lines = rankingLines(rows, restOere);
  const { attachBody, bodyStyle, visible, floating } = useWindowedLines(lines);
  const toggle = (key: string): void => {
    onOpen(new Set(open.has(key) ? [...open].filter((other) => other !== key) : [...open, key]));
  };
  const heads = [ranking.rank, ranking.application, ranking.score, ranking.reviews, ranking.requested, ranking.outcome];
  return (
    <table className={styles.table} aria-rowcount={lines.length + 1}>
      <thead className={styles.table}>
        <tr className={styles.headRow}>
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={mergeClasses(styles.th, (index === 4 || index === 5) && styles.amount)}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={attachBody} className={styles.body} style={bodyStyle}>
        {visible.map(({ line, index, rowProps }) => (
          <tr
            key={line.key}
            {...rowProps}
            aria-rowindex={index + 2}
            className={mergeClasses(line.kind === "row" ? styles.row : styles.line, floating && styles.floating)}
          >
            {line.kind === "row" ? (
              <RankingRowView
                row={line.row}
                open={open.has(line.key)}
                onToggle={() => {
                  toggle(line.key);
                }}
                saver={saver}
                lead={lead?.applicationKey === line.key ? lead.times : 0}
                onReadDraft={onReadDraft}
                offered={offered}
                reviewerCount={reviewerCount}
                criteria={criteria}
              />
            ) : (
              <FrameLine line={line} frameOere={frameOere} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FrameLine({
  line,
  frameOere,
}: {
  readonly line: Extract<RankingLine, { kind: "frame" }>;
  readonly frameOere: number;
}) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  return (
    <td colSpan={6} className={styles.lineCell}>
      {line.restOere === undefined
        ? ranking.lineOnly(format.kr(frameOere))
        : line.restOere > 0
          ? ranking.line(format.kr(frameOere), format.kr(line.restOere))
          : ranking.lineFull(format.kr(frameOere))}
    </td>
  );
}
