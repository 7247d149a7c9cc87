import { Link } from "@fluentui/react-components";
import type { ConsultationPage } from "#contract/consultations.ts";
import { Facts } from "../../components/facts.tsx";
import { PersonName } from "../../components/person-avatar.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useFormat } from "../../components/use-format.ts";
import { useConsultationTexts } from "./consultation-texts.ts";
import { DeadlineLine } from "./deadline-line.tsx";

/** Case number, deadline, who runs it, and between which meetings it stands. */
export function FactsSection({ page }: { readonly page: ConsultationPage }) {
  const { facts } = useConsultationTexts();
  const format = useFormat();
  const { consultation, stepBefore, nextStep, caseKey, sendOn, agendaOn, treatedAt, deleteOn, answersDeletedAt } = page;
  const { caseOfficer, startsAt, caseNumber } = consultation;
  const before =
    stepBefore &&
    (stepBefore.decidedOn === undefined ? facts.stepUndecided : facts.stepDecided)(
      stepBefore.body,
      format.date(stepBefore.meetingOn),
    );
  return (
    <Section title={facts.title}>
      <Facts
        stacked
        items={[
          [facts.deadline, <DeadlineLine key="deadline" consultation={consultation} now={page.now} />],
          [
            facts.caseNumber,
            caseKey === undefined ? (
              caseNumber
            ) : (
              <Link key="case" href={hrefOf(routes.case(caseKey))}>
                {caseNumber === "" ? facts.openCase : caseNumber}
              </Link>
            ),
          ],
          [facts.officer, <PersonName key="officer" name={caseOfficer.name} more={caseOfficer.title} />],
          [facts.sent, startsAt && format.instant(startsAt)],
          [facts.sendOn, startsAt === undefined && sendOn !== undefined ? format.date(sendOn) : undefined],
          [facts.stepBefore, before],
          [facts.nextStep, nextStep && facts.step(nextStep.body, format.date(nextStep.meetingOn))],
          [facts.agendaOn, agendaOn && format.date(agendaOn)],
          [facts.treated, treatedAt && format.instant(treatedAt)],
          answersDeletedAt === undefined
            ? [facts.deleteOn, deleteOn && format.date(deleteOn)]
            : [facts.deleted, format.instant(answersDeletedAt)],
        ]}
      />
    </Section>
  );
}
