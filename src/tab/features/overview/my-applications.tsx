import { Link, mergeClasses } from "@fluentui/react-components";
import type { Overview } from "#contract/overview.ts";
import { MetaLine } from "../../components/meta-line.tsx";
import { hrefOf } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { ApplicationStatusBadge } from "../../components/status-badge.tsx";
import { useFormat } from "../../components/use-format.ts";
import { useOverviewStyles } from "./overview.styles.ts";
import { useOverviewTexts } from "./overview-texts.ts";

/** Drafts and applications of one's own hand; nothing for those who have none: the pools below say where to apply. */
export function MyApplications({ mine }: { readonly mine: Overview["mine"] }) {
  const styles = useOverviewStyles();
  const { overview } = useOverviewTexts();
  const format = useFormat();
  if (mine.length === 0) return null;
  return (
    <Section title={overview.mine} flush>
      <ul className={styles.list}>
        {mine.map((item) => (
          <li key={item.key} className={styles.row}>
            <div className={styles.what}>
              <Link href={hrefOf(item.link)} className={mergeClasses(styles.subject, styles.ownLink)}>
                {item.title || overview.untitled}
              </Link>
              <MetaLine
                className={styles.meta}
                parts={[
                  item.number,
                  item.roundName,
                  item.kind === "draft" ? overview.savedAt(format.instant(item.savedAt)) : "",
                ]}
              />
            </div>
            <span className={styles.amountCell}>{item.amountOere === undefined ? "" : format.kr(item.amountOere)}</span>
            <span>
              <ApplicationStatusBadge status={item.status} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
