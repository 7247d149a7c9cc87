import { type Deliveries, deliveriesSchema } from "#contract/notice-deliveries.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page } from "../../components/page.tsx";
import { Section } from "../../components/section.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { readFilter } from "./delivery-filter.ts";
import { DeliveryGrid } from "./delivery-grid.tsx";
import { useDeliveryTexts } from "./delivery-texts.ts";
import { TaskGrid } from "./task-grid.tsx";

/** For the secretariat and administrators: what was told to whom, how it fared, and who waits for whom. */
export function DeliveriesPage({ filter }: { readonly filter: string | undefined }) {
  const answer = useAnswer(["deliveries"], "/notices/deliveries", deliveriesSchema);
  return <AnswerView answer={answer}>{(data) => <DeliveriesContent data={data} filter={filter} />}</AnswerView>;
}

function DeliveriesContent({ data, filter }: { readonly data: Deliveries; readonly filter: string | undefined }) {
  const texts = useDeliveryTexts();
  return (
    <Page back title={texts.title} lead={texts.lead}>
      <Section title={texts.tasks} flush={data.tasks.length > 0}>
        {data.tasks.length === 0 ? (
          <EmptyState text={texts.noTasks} next={texts.noTasksNext} />
        ) : (
          <TaskGrid tasks={data.tasks} now={data.now} />
        )}
      </Section>
      <Section title={texts.sent} flush={data.deliveries.length > 0}>
        {data.deliveries.length === 0 ? (
          <EmptyState text={texts.notYet} next={texts.notYetNext} />
        ) : (
          <DeliveryGrid deliveries={data.deliveries} filter={readFilter(filter)} />
        )}
      </Section>
    </Page>
  );
}
