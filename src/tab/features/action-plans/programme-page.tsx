import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { type ActionPlan, actionPlanSchema } from "#contract/action-plans.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Facts } from "../../components/facts.tsx";
import { LongText } from "../../components/long-text.tsx";
import { Page } from "../../components/page.tsx";
import { PartTitle } from "../../components/part-title.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { noFilter, planRoute } from "./plan-address.ts";
import { usePlanTexts } from "./plan-texts.ts";

const useStyles = makeStyles({
  parts: { display: "flex", flexDirection: "column", gap: "12px", maxWidth: "72ch" },
  list: { margin: 0, paddingLeft: "20px" },
  note: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "72ch" },
});

/** The programme behind the plan: what was approved, and its focus areas in KL's order. */
export function ProgrammePage() {
  const words = usePlanTexts();
  const answer = useAnswer(["action-plan"], "/action-plan", actionPlanSchema);
  return (
    <AnswerView answer={answer}>
      {({ programme, areas }) =>
        programme === undefined ? (
          <Page title={words.programme.title} back={{ link: routes.actionPlan, text: words.back }}>
            <EmptyState text={words.noProgramme} next={words.noProgrammeNext} />
          </Page>
        ) : (
          <ProgrammeContent programme={programme} areas={areas} />
        )
      }
    </AnswerView>
  );
}

interface ProgrammeContentProps {
  readonly programme: NonNullable<ActionPlan["programme"]>;
  readonly areas: ActionPlan["areas"];
}

function ProgrammeContent({ programme, areas }: ProgrammeContentProps) {
  const styles = useStyles();
  const words = usePlanTexts();
  const { programme: texts } = words;
  const { title, fromYear, toYear, state, caseNumber, supersedes, alignedWith, organisation, steeringGroup } =
    programme;
  const caseKey = programme.versions.findLast((version) => version.caseKey !== undefined)?.caseKey;
  return (
    <Page title={title} back={{ link: routes.actionPlan, text: words.back }} narrow>
      <Section title={words.item.facts}>
        <Facts
          items={[
            [texts.period, texts.years(fromYear, toYear)],
            [texts.status, texts.state[state]],
            [
              texts.case,
              caseKey === undefined ? caseNumber : <Link href={hrefOf(routes.case(caseKey))}>{caseNumber}</Link>,
            ],
            [texts.supersedes, supersedes.join(", ")],
            [texts.alignedWith, alignedWith.join(", ")],
            [texts.organisation, organisation],
            [texts.steeringGroup, steeringGroup],
          ]}
        />
      </Section>
      <p className={styles.note}>{texts.readOnly}</p>
      {areas.map((area) => (
        <Section
          key={area.number}
          title={`${area.number}. ${area.name}`}
          aside={
            <Link href={hrefOf(planRoute("table", { ...noFilter, area: String(area.number) }))}>
              {texts.toItems(words.items(area.items.length))}
            </Link>
          }
        >
          <div className={styles.parts}>
            <TextPart title={texts.klText} text={area.klText} />
            <TextPart title={texts.localStrategy} text={area.localStrategy} />
            {area.examples.length === 0 ? null : (
              <div>
                <PartTitle>{texts.examples}</PartTitle>
                <ul className={styles.list}>
                  {area.examples.map((example) => (
                    <li key={example}>{example}</li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        </Section>
      ))}
    </Page>
  );
}

function TextPart({ title, text }: { readonly title: string; readonly text: string }) {
  const styles = useStyles();
  const { programme } = usePlanTexts();
  return (
    <div>
      <PartTitle>{title}</PartTitle>
      {text === "" ? <p className={styles.note}>{programme.none}</p> : <LongText text={text} />}
    </div>
  );
}
