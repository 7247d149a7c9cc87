import { Button, Link } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { type CaseRow, type CasesView, type CaseView, caseSchema, casesSchema } from "#contract/cases.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useCommand } from "../../components/command.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { MetaLine } from "../../components/meta-line.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { type GridColumn, RecordGrid } from "../../components/record-grid.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useToast } from "../../components/toasts.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { useFormat } from "../../components/use-format.ts";
import { CaseStatusBadge } from "./case-badge.tsx";
import { CaseForm } from "./case-form.tsx";
import { useCaseTexts } from "./case-texts.ts";
import { useCaseStyles } from "./cases.styles.ts";

/** "Sager": those on their way with the next meeting first, then what is decided. */
export function CasesPage() {
  const answer = useAnswer(["cases"], "/cases", casesSchema);
  return <AnswerView answer={answer}>{(list) => <ListContent list={list} />}</AnswerView>;
}

function ListContent({ list }: { readonly list: CasesView }) {
  const words = useCaseTexts();
  const [creating, setCreating] = useState(false);
  const isOver = ({ status }: CaseRow): boolean => status === "decided" || status === "closed";
  const [onTheWay, over] = [list.cases.filter((row) => !isOver(row)), list.cases.filter(isOver)];
  return (
    <Page
      title={words.title}
      actions={
        (list.may.readIn ?? list.may.create) ? (
          <>
            <Button as="a" href={hrefOf(routes.readCase)}>
              {words.readIn}
            </Button>
            {list.may.create ? (
              <Button
                appearance="primary"
                icon={<AddRegular />}
                onClick={() => {
                  setCreating(true);
                }}
              >
                {words.create}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <PoolDrafts pools={list.poolsToDraft} />
      {list.cases.length === 0 ? <EmptyState text={words.empty} next={words.emptyNext} /> : null}
      {onTheWay.length > 0 ? <Table title={words.onTheWay} rows={onTheWay} /> : null}
      {over.length > 0 ? <Table title={words.done} rows={over} /> : null}
      {creating ? (
        <CaseForm
          onClose={() => {
            setCreating(false);
          }}
        />
      ) : null}
    </Page>
  );
}

/** A pool that has no money yet drafts the case it asks with. */
function PoolDrafts({ pools }: { readonly pools: CasesView["poolsToDraft"] }) {
  const words = useCaseTexts();
  const toast = useToast();
  const [, go] = useLocation();
  const command = useCommand<CaseView>();
  if (pools.length === 0) return null;
  return (
    <div>
      {pools.map(({ key, title }) => (
        <Button
          key={key}
          disabledFocusable={command.isPending}
          onClick={() => {
            command.mutate(
              { method: "POST", path: `/pools/${key}/case`, schema: caseSchema },
              {
                onSuccess: (made) => {
                  toast({ text: words.drafted });
                  go(routes.case(made.key));
                },
              },
            );
          }}
        >
          {words.draftFor(title)}
        </Button>
      ))}
      {command.error ? <ProblemNote problem={command.error} /> : null}
    </div>
  );
}

function Table({ title, rows }: { readonly title: string; readonly rows: readonly CaseRow[] }) {
  const columns = useColumns();
  return (
    <Section title={title} aside={rows.length} flush>
      <RecordGrid label={title} rows={rows} columns={columns} shared />
    </Section>
  );
}

function useColumns(): readonly GridColumn<CaseRow>[] {
  const words = useCaseTexts();
  const format = useFormat();
  return useMemo(() => {
    const { list, terms } = words;
    const nameOf = ({ nextStep }: CaseRow): string =>
      nextStep === undefined ? "" : nextStep.kind === "body" ? nextStep.name : terms.consultation;
    const dateOf = (date: string | undefined): string => (date === undefined ? "" : format.date(date));
    return [
      {
        id: "case",
        label: list.case,
        kind: "main",
        width: 36,
        find: ({ title, number }) => `${title} ${number}`,
        sortBy: ({ title }) => title,
        cell: (row) => <CaseCell row={row} />,
      },
      {
        id: "status",
        label: list.status,
        width: 11,
        find: ({ status }) => terms.status[status],
        sortBy: ({ status }) => status,
        cell: ({ status }) => <CaseStatusBadge status={status} />,
      },
      {
        id: "next",
        label: list.next,
        width: 21,
        find: nameOf,
        sortBy: ({ nextStep }) => nextStep?.date ?? "9",
        cell: (row) => <NextCell name={nameOf(row)} date={dateOf(row.nextStep?.date)} />,
      },
      {
        id: "route",
        label: list.route,
        width: 17,
        find: ({ route }) => route,
        sortBy: ({ route }) => route,
        cell: ({ route }) => route,
      },
      {
        id: "decided",
        label: list.decided,
        width: 15,
        sortBy: ({ decidedOn }) => decidedOn ?? "",
        cell: ({ decidedOn }) => dateOf(decidedOn) || "–",
      },
    ];
  }, [words, format]);
}

function CaseCell({ row }: { readonly row: CaseRow }) {
  const styles = useCaseStyles();
  const words = useCaseTexts();
  return (
    <span className={styles.tight}>
      <Link href={hrefOf(routes.case(row.key))} className={styles.title}>
        {row.title}
      </Link>
      <MetaLine
        className={styles.meta}
        parts={[
          row.number === "" ? words.noNumber : row.number,
          row.openness === "closed" ? words.closedCase : undefined,
        ]}
      />
    </span>
  );
}

function NextCell({ name, date }: { readonly name: string; readonly date: string }) {
  const styles = useCaseStyles();
  return (
    <span className={styles.tight}>
      <span>{name === "" ? "–" : name}</span>
      {date === "" ? null : <span className={styles.meta}>{date}</span>}
    </span>
  );
}
