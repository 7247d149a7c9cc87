import { Badge, Link, MessageBar, MessageBarBody, mergeClasses } from "@fluentui/react-components";
import { type CaseStepView, type CaseView, caseSchema } from "#contract/cases.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useColumnStyles } from "../../components/columns.styles.ts";
import { Facts } from "../../components/facts.tsx";
import { Page } from "../../components/page.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { useFormat } from "../../components/use-format.ts";
import { CaseActions } from "./case-actions.tsx";
import { CaseStatusBadge } from "./case-badge.tsx";
import { useCaseTexts } from "./case-texts.ts";
import { useCaseStyles } from "./cases.styles.ts";

/** One case: where it is on its way, what was decided, what it says. */
export function CasePage({ caseKey }: { readonly caseKey: string }) {
  const answer = useAnswer(["case", caseKey], `/cases/${caseKey}`, caseSchema);
  return <AnswerView answer={answer}>{(view) => <CaseContent view={view} />}</AnswerView>;
}

function CaseContent({ view }: { readonly view: CaseView }) {
  const columns = useColumnStyles();
  const words = useCaseTexts();
  const number = view.number === "" ? words.noNumber : view.number;
  const back = { link: routes.cases, text: words.back };
  if (view.isLimited) {
    return (
      <Page back={back} title={view.title} mark={<CaseStatusBadge status={view.status} />} lead={number}>
        <p>{words.limited}</p>
      </Page>
    );
  }
  return (
    <Page
      back={back}
      title={view.title}
      mark={<CaseStatusBadge status={view.status} />}
      lead={`${number} · ${words.openness[view.openness]}`}
      actions={<CaseActions view={view} />}
    >
      {view.stop === undefined ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.stop[view.stop]}</MessageBarBody>
        </MessageBar>
      )}
      <div className={columns.columns}>
        <div className={columns.side}>
          <CaseFacts view={view} />
        </div>
        <div className={columns.main}>
          <RouteSection steps={view.steps} />
          <Recommendation view={view} />
          <TextSection title={words.sections.statement} text={view.statement} />
          <TextSection title={words.sections.policyContext} text={view.policyContext} />
          <TextSection title={words.sections.financialConsequences} text={view.financialConsequences} />
          <Attachments view={view} />
        </div>
        <div className={columns.side}>
          <Section title={words.timeline}>
            <Timeline
              entries={view.timeline}
              wordOf={({ action, data }) => {
                const word = words.events[action] ?? words.unknownEvent;
                const about = data["body"] ?? data["route"];
                return typeof about === "string" ? `${word}: ${about}` : word;
              }}
            />
          </Section>
        </div>
      </div>
    </Page>
  );
}

function CaseFacts({ view }: { readonly view: CaseView }) {
  const styles = useCaseStyles();
  const words = useCaseTexts();
  const format = useFormat();
  const { pool, programme, consultations, versions, decidedOn } = view;
  return (
    <Section title={words.facts}>
      <Facts
        stacked
        items={[
          [words.officer, view.officer?.name],
          [words.alternativeTitle, view.alternativeTitle],
          [words.closedReason, view.closedReason],
          [words.competence, view.bodies.find(({ key }) => key === view.competentBodyKey)?.name],
          [words.decidedOn, decidedOn === undefined ? "" : format.date(decidedOn)],
          [
            words.pool,
            pool === undefined ? (
              ""
            ) : (
              <>
                <Link inline href={hrefOf(routes.pool(pool.key))}>
                  {pool.title}
                </Link>
                {`: ${words.poolState(format.kr(pool.amountOere), pool.isReleased)}`}
              </>
            ),
          ],
          [
            words.consultations,
            consultations.length === 0 ? (
              ""
            ) : (
              <ul className={styles.plain}>
                {consultations.map(({ key, subject }) => (
                  <li key={key}>
                    <Link href={hrefOf(`/consultations/${key}`)}>{subject}</Link>
                  </li>
                ))}
              </ul>
            ),
          ],
          [
            words.programme,
            programme === undefined ? "" : <Link href={hrefOf(routes.programme)}>{programme.title}</Link>,
          ],
          [
            words.versions,
            versions.length === 0 ? (
              ""
            ) : (
              <ul className={styles.plain}>
                {versions.map(({ version, status, date }) => (
                  <li key={version}>
                    {words.version(version, words.terms.version[status], date === undefined ? "" : format.date(date))}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </Section>
  );
}

function RouteSection({ steps }: { readonly steps: CaseView["steps"] }) {
  const styles = useCaseStyles();
  const words = useCaseTexts();
  return (
    <Section title={words.route} flush={steps.length > 0}>
      {steps.length === 0 ? (
        <p className={styles.quiet}>{words.noRoute}</p>
      ) : (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <Step key={step.key} step={step} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Step({ step }: { readonly step: CaseStepView }) {
  const styles = useCaseStyles();
  const words = useCaseTexts();
  const format = useFormat();
  const state = step.isNext ? words.next : words.terms.stepState[step.state];
  return (
    <li
      className={mergeClasses(styles.step, step.isNext && styles.next)}
      aria-current={step.isNext ? "step" : undefined}
    >
      <span className={styles.stepHead}>
        <span className={styles.title}>{step.kind === "body" ? step.name : words.consultation}</span>
        {step.isFinal ? <span className={styles.meta}>{words.final}</span> : null}
        {step.date === undefined ? null : <span className={styles.meta}>{format.date(step.date)}</span>}
      </span>
      <Badge
        className={styles.badge}
        appearance="tint"
        color={step.isNext ? "brand" : step.state === "decided" ? "success" : "informative"}
      >
        {state}
      </Badge>
      {step.decisions.map((decision) => (
        <div key={decision.date} className={styles.decision}>
          {decision.points.map(({ number, text }) => (
            <p key={number} className={styles.text}>
              {decision.points.length === 1 ? text : `Ad ${number}. ${text}`}
            </p>
          ))}
          {decision.apologies.length === 0 ? null : (
            <p className={styles.meta}>
              {`${words.apologies}: ${decision.apologies.map(({ role, partyLetter }) => `${role} (${partyLetter})`).join(", ")}`}
            </p>
          )}
        </div>
      ))}
    </li>
  );
}

function Recommendation({ view }: { readonly view: CaseView }) {
  const styles = useCaseStyles();
  const words = useCaseTexts();
  return (
    <Section title={words.sections.recommendation}>
      {view.points.length === 0 ? <p className={styles.quiet}>{words.nothing}</p> : null}
      {view.points.length > 0 && view.recommendedByRole !== "" ? (
        <p className={styles.text}>{words.recommends(view.recommendedByRole)}</p>
      ) : null}
      <ol className={styles.points}>
        {view.points.map(({ number, text, effect }) => (
          <li key={number}>
            {`${text} `}
            {effect === "open" ? null : (
              <Badge
                className={styles.badge}
                appearance="tint"
                color={effect === "approved" ? "success" : effect === "rejected" ? "severe" : "informative"}
              >
                {words.terms.effect[effect]}
              </Badge>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function TextSection({ title, text }: { readonly title: string; readonly text: string }) {
  const styles = useCaseStyles();
  const words = useCaseTexts();
  return (
    <Section title={title}>
      {text === "" ? <p className={styles.quiet}>{words.nothing}</p> : <p className={styles.text}>{text}</p>}
    </Section>
  );
}

function Attachments({ view }: { readonly view: CaseView }) {
  const styles = useCaseStyles();
  const { sections } = useCaseTexts();
  if (view.attachments.length === 0) return null;
  return (
    <Section title={sections.attachments}>
      <ol className={styles.points}>
        {view.attachments.map(({ number, title, documentNumber, mark }) => (
          <li key={number}>{[title, documentNumber, mark].filter((part) => part !== "").join(" · ")}</li>
        ))}
      </ol>
    </Section>
  );
}
