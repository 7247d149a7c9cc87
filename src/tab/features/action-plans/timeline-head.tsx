import { monthNames } from "#domain/shared/month-names.ts";
import { useLanguage } from "../../texts/texts-context.ts";
import { usePlanTexts } from "./plan-texts.ts";
import { useTimelineStyles } from "./timeline.styles.ts";
import type { Scale } from "./timeline-scale.ts";

/** Years and months over the bars, and where today is; each bar says its own dates. */
export function TimelineHead({ scale, today }: { readonly scale: Scale; readonly today: number }) {
  const styles = useTimelineStyles();
  const language = useLanguage();
  const { timeline } = usePlanTexts();
  return (
    <div className={styles.row} aria-hidden>
      <div className={styles.name} data-name />
      <div className={styles.head}>
        {scale.months.map(({ month, year, at, width }, index) => (
          <span key={`${year}-${month}`}>
            {month === 1 || index === 0 ? (
              <span className={styles.year} style={{ left: percent(at), width: percent(yearWidth(scale, year)) }}>
                <span className={styles.yearText}>{year}</span>
              </span>
            ) : null}
            <span className={styles.month} style={{ left: percent(at), width: percent(width) }}>
              {monthNames[language][month - 1]?.slice(0, 3)}
            </span>
          </span>
        ))}
        <span className={styles.todayText} style={{ left: percent(today) }}>
          {timeline.now}
        </span>
      </div>
    </div>
  );
}

/** How much of the scale a year has. */
function yearWidth({ months }: Scale, year: number): number {
  return months.filter((month) => month.year === year).reduce((sum, { width }) => sum + width, 0);
}

/** A share of the width as CSS says it. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
