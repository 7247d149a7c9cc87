import { Button, Link } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useMemo } from "react";
import { type ConsultationList, type ConsultationSummary, consultationListSchema } from "#contract/consultations.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { MetaLine } from "../../components/meta-line.tsx";
import { Page } from "../../components/page.tsx";
import { PersonName } from "../../components/person-avatar.tsx";
import { type GridColumn, RecordGrid } from "../../components/record-grid.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { ConsultationStatusBadge } from "./consultation-badges.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { DeadlineLine } from "./deadline-line.tsx";
import { OwnConsultations } from "./own-consultations.tsx";

/** "Høringer": what waits for the reader's own answer first, then what is open, planned and closed. */
export function ConsultationListPage() {
  const answer = useAnswer(["consultations"], "/consultations", consultationListSchema);
  return <AnswerView answer={answer}>{(list) => <ListContent list={list} />}</AnswerView>;
}

function ListContent({ list }: { readonly list: ConsultationList }) {
  const words = useConsultationTexts();
  // A council's own stand above with their button; staff find theirs in the tables as well.
  const others = list.items.filter(({ counts, own }) => counts !== undefined || own === undefined);
  const of = (...statuses: ConsultationSummary["status"][]): readonly ConsultationSummary[] =>
    others.filter(({ status }) => statuses.includes(status));
  const [open, planned, closed] = [of("open"), of("upcoming", "draft"), of("closed", "treated")];
  return (
    <Page
      title={words.title}
      actions={
        list.mayCreate ? (
          <Button as="a" appearance="primary" icon={<AddRegular />} href={hrefOf(routes.newConsultation)}>
            {words.create}
          </Button>
        ) : undefined
      }
    >
      <OwnConsultations items={list.items} now={list.now} />
      {list.items.length === 0 ? (
        <EmptyState text={words.list.empty} next={list.mayCreate ? words.list.emptyCreateNext : words.list.emptyNext} />
      ) : null}
      {others.length > 0 ? <Table title={words.list.open} rows={open} now={list.now} /> : null}
      {planned.length > 0 ? <Table title={words.list.planned} rows={planned} now={list.now} /> : null}
      {closed.length > 0 ? <Table title={words.list.closed} rows={closed} now={list.now} /> : null}
    </Page>
  );
}

interface TableProps {
  readonly title: string;
  readonly rows: readonly ConsultationSummary[];
  readonly now: string;
}

function Table({ title, rows, now }: TableProps) {
  const styles = useConsultationStyles();
  const { list } = useConsultationTexts();
  const columns = useColumns(now);
  return (
    <Section title={title} aside={rows.length || undefined} flush>
      {rows.length === 0 ? (
        <p className={styles.empty}>{list.openEmpty}</p>
      ) : (
        <RecordGrid label={title} rows={rows} columns={columns} />
      )}
    </Section>
  );
}

function useColumns(now: string): readonly GridColumn<ConsultationSummary>[] {
  const words = useConsultationTexts();
  return useMemo(() => {
    const { list, terms } = words;
    return [
      {
        id: "subject",
        label: list.subject,
        kind: "main",
        width: 34,
        find: ({ subject, caseNumber }) => `${subject} ${caseNumber}`,
        sortBy: ({ subject }) => subject,
        cell: (row) => <SubjectCell row={row} />,
      },
      {
        id: "status",
        label: list.status,
        width: 12,
        find: ({ status }) => terms.status[status],
        sortBy: ({ status }) => status,
        cell: ({ status }) => <ConsultationStatusBadge status={status} />,
      },
      {
        id: "deadline",
        label: list.deadline,
        width: 20,
        find: ({ deadlineText }) => deadlineText,
        sortBy: ({ closesAt }) => closesAt ?? "9",
        cell: (row) => <DeadlineLine consultation={row} now={now} />,
      },
      {
        id: "answers",
        label: list.answers,
        width: 22,
        sortBy: ({ counts }) => counts?.answered ?? -1,
        cell: (row) => <AnswersCell row={row} />,
      },
      {
        id: "officer",
        label: list.officer,
        width: 18,
        find: ({ caseOfficer }) => caseOfficer.name,
        sortBy: ({ caseOfficer }) => caseOfficer.name,
        cell: ({ caseOfficer }) => <PersonName name={caseOfficer.name} />,
      },
    ];
  }, [words, now]);
}

function SubjectCell({ row }: { readonly row: ConsultationSummary }) {
  const styles = useConsultationStyles();
  const { closedItem } = useConsultationTexts();
  return (
    <span className={styles.tight}>
      <Link href={hrefOf(row.link)} className={styles.subject}>
        {row.subject}
      </Link>
      <MetaLine className={styles.meta} parts={[row.caseNumber, row.closedItem ? closedItem : ""]} />
    </span>
  );
}

/** "2 af 3 har svaret", and who has not. */
function AnswersCell({ row }: { readonly row: ConsultationSummary }) {
  const styles = useConsultationStyles();
  const words = useConsultationTexts();
  const { counts, missing = [], status } = row;
  if (counts === undefined || status === "draft") return <>–</>;
  return (
    <span className={styles.answers}>
      <span>{words.counted(counts.answered, counts.total)}</span>
      {missing.length > 0 && status !== "treated" ? (
        <span className={styles.meta}>{words.missing(missing.join(", "))}</span>
      ) : null}
    </span>
  );
}
