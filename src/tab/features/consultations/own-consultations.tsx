import { Button, Link } from "@fluentui/react-components";
import type { ConsultationSummary } from "#contract/consultations.ts";
import { MetaLine } from "../../components/meta-line.tsx";
import { hrefOf } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { PartyStatusBadge } from "./consultation-badges.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { DeadlineLine } from "./deadline-line.tsx";

interface OwnProps {
  readonly items: readonly ConsultationSummary[];
  readonly now: string;
}

/** The consultations the reader answers for: what waits with its one button, then what is answered or over. */
export function OwnConsultations({ items, now }: OwnProps) {
  const { list } = useConsultationTexts();
  const own = items.filter((item) => item.own !== undefined);
  const waits = own.filter(isWaiting);
  const coming = own.filter(({ status }) => status === "upcoming");
  const rest = own.filter((item) => !waits.includes(item) && !coming.includes(item));
  return (
    <>
      <Group title={list.own} items={waits} now={now} />
      <Group title={list.ownUpcoming} items={coming} now={now} />
      <Group title={list.ownDone} items={rest} now={now} />
    </>
  );
}

/** A late answer is taken in too. */
function isWaiting({ status, own }: ConsultationSummary): boolean {
  return (status === "open" || status === "closed") && (own?.status === "awaiting" || own?.status === "noResponse");
}

function Group({ title, items, now }: OwnProps & { readonly title: string }) {
  const styles = useConsultationStyles();
  const words = useConsultationTexts();
  if (items.length === 0) return null;
  return (
    <Section title={title} aside={items.length} flush>
      <ul className={styles.list}>
        {items.map((item, index) => (
          <li key={item.key} className={styles.row}>
            <div className={styles.what}>
              <Link href={hrefOf(item.link)} className={styles.subject}>
                {item.subject}
              </Link>
              <MetaLine className={styles.meta} parts={[item.own?.name, item.caseNumber, item.caseOfficer.name]} />
            </div>
            <DeadlineLine consultation={item} now={now} />
            {isWaiting(item) ? (
              <Button
                as="a"
                className={styles.button}
                appearance={index === 0 ? "primary" : "secondary"}
                href={hrefOf(item.link)}
                aria-label={words.list.answerTo(item.subject)}
              >
                {words.list.answer}
              </Button>
            ) : (
              <span>{item.own === undefined ? null : <PartyStatusBadge status={item.own.status} />}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
