import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { lazy, Suspense } from "react";
import { type ActionPlan, actionPlanSchema } from "#contract/action-plans.ts";
import { meSchema } from "#contract/me.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page } from "../../components/page.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { useTexts } from "../../texts/texts-context.ts";
import { readPlanAddress } from "./plan-address.ts";
import { PlanBar } from "./plan-bar.tsx";
import { isShown } from "./plan-filter.ts";
import { PlanTable } from "./plan-table.tsx";
import { usePlanTexts } from "./plan-texts.ts";
import { ReportButtons } from "./report-buttons.tsx";

const PlanBoard = lazy(async () => ({ default: (await import("./plan-board.tsx")).PlanBoard }));
const PlanTimeline = lazy(async () => ({ default: (await import("./plan-timeline.tsx")).PlanTimeline }));

/** "Handlingsplan": one page, three views of the same items; view and filters stand in the address. */
export function PlanPage({ rest }: { readonly rest: string }) {
  const answer = useAnswer(["action-plan"], "/action-plan", actionPlanSchema);
  return <AnswerView answer={answer}>{(plan) => <PlanContent plan={plan} rest={rest} />}</AnswerView>;
}

function PlanContent({ plan, rest }: { readonly plan: ActionPlan; readonly rest: string }) {
  const words = usePlanTexts();
  const { shell } = useTexts();
  const me = useAnswer(["me"], "/me", meSchema);
  const { view, filter } = readPlanAddress(rest);
  const rows = plan.areas.flatMap(({ items }) => items);
  const isWanted = (row: (typeof rows)[number]): boolean => isShown(row, filter, me.data?.key);
  const shown = rows.filter(isWanted);
  const { programme, may, sharePointUrl } = plan;
  if (programme === undefined) {
    return (
      <Page title={words.title}>
        {may.programme === true ? (
          <EmptyState
            text={words.noProgramme}
            next={words.programmeForm.makeFirst}
            action={
              <Button as="a" appearance="primary" icon={<AddRegular />} href={hrefOf(routes.newProgramme)}>
                {words.programmeForm.create}
              </Button>
            }
          />
        ) : (
          <EmptyState text={words.noProgramme} next={words.noProgrammeNext} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={words.title}
      wide
      lead={words.lead(programme.title, words.items(rows.length))}
      actions={
        <>
          {may.create ? (
            <Button as="a" appearance="primary" icon={<AddRegular />} href={hrefOf(routes.newActionItem)}>
              {words.create}
            </Button>
          ) : null}
          <ReportButtons />
          <Button as="a" appearance="subtle" href={hrefOf(routes.programme)}>
            {words.programme.link}
          </Button>
          {sharePointUrl === undefined ? null : (
            <Button as="a" appearance="subtle" href={sharePointUrl} target="_blank" rel="noreferrer">
              {shell.inSharePoint}
            </Button>
          )}
        </>
      }
    >
      <PlanBar plan={plan} rows={rows} view={view} filter={filter} shown={shown.length} />
      <Suspense fallback={<PageSkeleton />}>
        {view === "table" ? <PlanTable plan={plan} isShown={isWanted} /> : null}
        {view === "board" ? <PlanBoard rows={shown} /> : null}
        {view === "timeline" ? <PlanTimeline plan={plan} isShown={isWanted} /> : null}
      </Suspense>
    </Page>
  );
}
