import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ApplicationView, ReviewSummary } from "#contract/applications.ts";
import { PersonName } from "../../../components/person-avatar.tsx";
import { Section } from "../../../components/section.tsx";
import { useTableStyles } from "../../../components/table.styles.ts";
import { useFormat } from "../../../components/use-format.ts";
import type { Texts } from "../../../texts/da.ts";
import { useTexts } from "../../../texts/texts-context.ts";

const useStyles = makeStyles({
  score: {
    margin: 0,
    padding: "16px 20px",
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  remarks: {
    margin: 0,
    padding: "12px 20px 16px",
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
  },
  remark: { margin: 0 },
});

/** Scores and remarks, as far as the reader may see them. */
export function ReviewsSection({ application }: { readonly application: ApplicationView }) {
  const styles = useStyles();
  const table = useTableStyles();
  const { application: words, words: shared } = useTexts();
  const format = useFormat();
  const { reviews, score, criteria } = application;
  if (!reviews?.length && !score) return null;
  const given = (reviews ?? []).filter((review) => review.state !== "recused" || review.reviewer);
  return (
    <Section title={words.scores} flush>
      {score ? <p className={styles.score}>{words.score(format.tenths(score.scoreTenths))}</p> : null}
      {given.length === 0 ? null : (
        <div className={table.scroll} tabIndex={-1}>
          <table className={table.table}>
            <thead className={table.head}>
              <tr>
                <th scope="col" className={table.th}>
                  {words.anonymous}
                </th>
                {criteria.map((criterion) => (
                  <th key={criterion.code} scope="col" className={table.th} title={criterion.name}>
                    {criterion.code}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {given.map((review, index) => (
                <tr key={review.reviewer?.key ?? `reviewer-${index}`} className={table.row}>
                  <th scope="row" className={mergeClasses(table.td, table.main)}>
                    <Reviewer review={review} index={index} />
                    {review.state === "given" ? "" : ` · ${words.reviewState[review.state]}`}
                  </th>
                  {criteria.map(({ code, name }) => (
                    <td key={code} className={table.td} data-label={`${code} ${name}`}>
                      {review.scores?.[code] ?? "–"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {given.length === 0 ? null : (
        <ul className={styles.remarks}>
          {given.map((review, index) => (
            <li key={review.reviewer?.key ?? `remark-${index}`}>
              <strong>
                <Reviewer review={review} index={index} />
              </strong>
              {remarksOf(review, shared).map((text) => (
                <p key={text} className={styles.remark}>
                  {text}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Who reviewed, as far as the reader may know; else by a number. */
function Reviewer({ review, index }: { readonly review: ReviewSummary; readonly index: number }) {
  const { application: words } = useTexts();
  return review.reviewer ? <PersonName name={review.reviewer.name} /> : `${words.anonymous} ${index + 1}`;
}

/** Support, reasons and remarks of one review, as far as they may be seen. */
function remarksOf(review: ReviewSummary, shared: Texts["words"]): readonly string[] {
  const support = review.support === undefined ? "" : `${shared.support[review.support]}.`;
  const reason = `${support} ${review.reason ?? ""}`.trim();
  const remarks = Object.entries(review.remarks ?? {}).map(([code, text]) => (text === "" ? "" : `${code}: ${text}`));
  return [review.recusalReason ?? "", reason, ...remarks].filter((text) => text !== "");
}
