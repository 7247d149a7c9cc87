import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { lazy, Suspense } from "react";
import { type ProgrammePage, programmePageSchema } from "#contract/action-plans.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Facts } from "../../components/facts.tsx";
import { LongText } from "../../components/long-text.tsx";
import { Page } from "../../components/page.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { PartTitle } from "../../components/part-title.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { noFilter, planRoute } from "./plan-address.ts";
import { type PlanTexts, usePlanTexts } from "./plan-texts.ts";

const useStyles = makeStyles({
  parts: { display: "flex", flexDirection: "column", gap: "12px", maxWidth: "72ch" },
  list: { margin: 0, paddingLeft: "20px" },
  note: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "72ch" },
});

const ProgrammeForm = lazy(async () => ({ default: (await import("./programme-form.tsx")).ProgrammeForm }));

interface ProgrammeViewProps {
  /** What stands after the page's address: nothing for the programme of today, "new", a key, or a key and "edit". */
  readonly rest: string;
}

/** The programme behind the plan: what was approved, and its focus areas in KL's order; or the form it is written in. */
export function ProgrammeView({ rest }: ProgrammeViewProps) {
  const [first = "", act = ""] = rest.split("/");
  const isNew = first === "new";
  const key = first === "" || isNew ? "current" : first;
  const words = usePlanTexts();
  const answer = useAnswer(["action-plan", "programme", key], `/programmes/${key}`, programmePageSchema);
  return (
    <AnswerView answer={answer}>
      {(page) => {
        const isForm = isNew || act === "edit";
        if (isForm && (isNew ? page.may.create : page.may.edit)) {
          return (
            <Suspense fallback={<PageSkeleton />}>
              <ProgrammeForm key={rest} page={page} isNew={isNew} />
            </Suspense>
          );
        }
        if (page.programme === undefined || isForm) return <NoProgramme page={page} isForm={isForm} />;
        return <ProgrammeContent programme={page.programme} page={page} words={words} />;
      }}
    </AnswerView>
  );
}

/** There is none yet, or it is not the reader's to write. */
function NoProgramme({ page, isForm }: { readonly page: ProgrammePage; readonly isForm: boolean }) {
  const words = usePlanTexts();
  const { programmeForm: form } = words;
  const approved = page.may.create && page.programme !== undefined;
  return (
    <Page title={words.programme.title} back={{ link: routes.actionPlan, text: words.back }}>
      {isForm ? (
        <EmptyState text={approved ? form.approved : form.notAllowed} next={form.notAllowedNext} />
      ) : (
        <EmptyState
          text={words.noProgramme}
          next={page.may.create ? form.makeFirst : words.noProgrammeNext}
          {...(page.may.create ? { action: <CreateLink appearance="primary" /> } : {})}
        />
      )}
    </Page>
  );
}

function CreateLink({ appearance }: { readonly appearance: "primary" | "secondary" }) {
  const { programmeForm } = usePlanTexts();
  return (
    <Button as="a" appearance={appearance} icon={<AddRegular />} href={hrefOf(routes.newProgramme)}>
      {programmeForm.create}
    </Button>
  );
}

interface ProgrammeContentProps {
  readonly programme: NonNullable<ProgrammePage["programme"]>;
  readonly page: ProgrammePage;
  readonly words: PlanTexts;
}

function ProgrammeContent({ programme, page, words }: ProgrammeContentProps) {
  const styles = useStyles();
  const { programme: texts, programmeForm: form } = words;
  const { areas, isCurrent, others, may } = page;
  const { title, fromYear, toYear, state, caseNumber, supersedes, alignedWith, organisation, steeringGroup } =
    programme;
  const caseKey = programme.versions.findLast((version) => version.caseKey !== undefined)?.caseKey;
  return (
    <Page
      title={title}
      back={{ link: routes.actionPlan, text: words.back }}
      narrow
      actions={
        <>
          {may.edit ? (
            <Button as="a" icon={<EditRegular />} href={hrefOf(`${routes.programmeOf(programme.key)}/edit`)}>
              {words.item.edit}
            </Button>
          ) : null}
          {may.create ? <CreateLink appearance="secondary" /> : null}
        </>
      }
    >
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
      <p className={styles.note}>{state === "approved" ? texts.readOnly : form.notApproved}</p>
      {areas.map((area) => (
        <Section
          key={area.number}
          title={`${area.number}. ${area.name}`}
          aside={
            isCurrent ? (
              <Link href={hrefOf(planRoute("table", { ...noFilter, area: String(area.number) }))}>
                {texts.toItems(words.items(area.itemCount))}
              </Link>
            ) : undefined
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
      {others.length === 0 ? null : (
        <Section title={form.others}>
          <ul className={styles.list}>
            {others.map((other) => (
              <li key={other.key}>
                <Link href={hrefOf(routes.programmeOf(other.key))}>
                  {`${other.title} (${texts.years(other.fromYear, other.toYear)})`}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
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
