import { Checkbox } from "@fluentui/react-components";
import { readCaseNumber } from "#domain/cases/case-number.ts";
import { Section } from "../../components/section.tsx";
import { useCaseTexts } from "./case-texts.ts";
import { useIntakeStyles } from "./intake.styles.ts";
import { fieldIdOf, type IntakePartProps, Placed, TickedText, TypedText } from "./intake-part.tsx";
import { useIntakeTexts } from "./intake-texts.ts";
import type { IntakeValues } from "./intake-values.ts";

type TextName = {
  [Name in keyof IntakeValues]: IntakeValues[Name] extends string ? Name : never;
}[Exclude<keyof IntakeValues, "consultation" | "openness" | "pool">];

/** What the case itself is to say. Once it is made it is changed on its own page. */
export function IntakeCase({ part }: IntakePartProps) {
  const styles = useIntakeStyles();
  const { form, sections } = useCaseTexts();
  const words = useIntakeTexts();
  const { values, set } = part;
  const isLocked = part.made !== undefined;
  return (
    <Section title={words.theCase}>
      <div className={styles.fields}>
        <CaseText part={part} name="title" label={form.title} required />
        <NumberText part={part} />
        <Placed part={part} field="openness" label={form.isClosed}>
          <Checkbox
            id={fieldIdOf("openness")}
            label={form.isClosed}
            checked={values.openness === "closed"}
            disabled={isLocked}
            onChange={(_, { checked }) => {
              set({ openness: checked === true ? "closed" : "open" });
            }}
          />
        </Placed>
        <ClosedTexts part={part} />
        <CaseText part={part} name="statement" label={sections.statement} isLong />
        <CaseText part={part} name="policyContext" label={sections.policyContext} isLong />
        <Placed part={part} field="isFinancial" label={form.isFinancial}>
          <Checkbox
            id={fieldIdOf("isFinancial")}
            label={form.isFinancial}
            checked={values.isFinancial}
            disabled={isLocked}
            onChange={(_, { checked }) => {
              set({ isFinancial: checked === true });
            }}
          />
        </Placed>
        <CaseText part={part} name="financialConsequences" label={sections.financialConsequences} isLong />
        <CaseText part={part} name="recommendedByRole" label={form.role} hint={form.roleHint} />
      </div>
    </Section>
  );
}

interface CaseTextProps extends IntakePartProps {
  readonly name: TextName;
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly required?: boolean;
  readonly isLong?: boolean;
}

function CaseText({ part, name, ...rest }: CaseTextProps) {
  return (
    <TypedText
      part={part}
      field={name}
      value={part.values[name]}
      isLocked={part.made !== undefined}
      onChange={(value) => {
        part.set({ [name]: value });
      }}
      {...rest}
    />
  );
}

/** What is nearly a case number was not taken; what it may mean stands at the field (B5). */
function NumberText({ part }: IntakePartProps) {
  const { form, number: label } = useCaseTexts();
  const words = useIntakeTexts();
  const note = part.reading.notes.find(({ kind }) => kind === "almost-a-case-number");
  const meant = note?.reading === undefined ? "" : ` ${words.meant(note.reading)}`;
  const number = readCaseNumber(part.values.number);
  const proposal = number.ok ? undefined : number.refusal.proposal;
  return (
    <CaseText
      part={part}
      name="number"
      label={label}
      hint={note === undefined ? form.numberHint : `${words.almostNumber(note.written)}${meant}`}
      wrong={proposal === undefined ? form.numberWrong : form.numberMeant(proposal)}
    />
  );
}

/** A closed case says why, and what others see instead of its title. */
function ClosedTexts({ part }: IntakePartProps) {
  const { alternativeTitle, closedReason } = useCaseTexts();
  if (part.values.openness === "open") return null;
  return (
    <>
      <CaseText part={part} name="alternativeTitle" label={alternativeTitle} required />
      <CaseText part={part} name="closedReason" label={closedReason} required isLong />
    </>
  );
}

/** The recommendation's points, each with or without. */
export function IntakePoints({ part }: IntakePartProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { points } = part.values;
  return (
    <Section title={words.points}>
      {points.length === 0 ? <p className={styles.quiet}>{words.noneFound}</p> : null}
      <div className={styles.fields}>
        {points.map(({ isTicked, text, number }, index) => (
          <TickedText
            key={number}
            part={part}
            field={`points.${index}`}
            path={`points.${points.slice(0, index).filter((point) => point.isTicked && point.text.trim() !== "").length}`}
            label={words.point(number)}
            value={text}
            isLong
            isTicked={isTicked}
            isLocked={part.made !== undefined}
            onChange={(next) => {
              part.set({ points: points.map((point, at) => (at === index ? { ...point, ...next } : point)) });
            }}
          />
        ))}
      </div>
    </Section>
  );
}

/** The documents the text lists. */
export function IntakeAttachments({ part }: IntakePartProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { attachments } = part.values;
  return (
    <Section title={words.attachments}>
      {attachments.length === 0 ? <p className={styles.quiet}>{words.noneFound}</p> : null}
      <div className={styles.fields}>
        {attachments.map(({ isTicked, title, documentNumber, mark, systemId }, index) => (
          <TickedText
            key={`${index}-${systemId}-${documentNumber}`}
            part={part}
            field={`attachments.${index}`}
            path={`attachments.${attachments.slice(0, index).filter((each) => each.isTicked).length}.title`}
            label={words.attachment(index + 1)}
            value={title}
            hint={[documentNumber, mark, systemId].filter((each) => each !== "").join(" · ")}
            isTicked={isTicked}
            isLocked={part.made !== undefined}
            onChange={({ text, ...next }) => {
              const change = { ...next, ...(text === undefined ? {} : { title: text }) };
              part.set({ attachments: attachments.map((each, at) => (at === index ? { ...each, ...change } : each)) });
            }}
          />
        ))}
      </div>
    </Section>
  );
}
