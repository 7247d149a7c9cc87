import { Field, Input, Select } from "@fluentui/react-components";
import { decisionCodes } from "#domain/cases/case.ts";
import { Section } from "../../components/section.tsx";
import { useFormat } from "../../components/use-format.ts";
import { useCaseTexts } from "./case-texts.ts";
import { useIntakeStyles } from "./intake.styles.ts";
import {
  fieldIdOf,
  type IntakePart,
  isMade,
  Placed,
  Tick,
  TypedDay,
  TypedText,
  useIntakeWrong,
} from "./intake-part.tsx";
import { useIntakeTexts } from "./intake-texts.ts";
import type { IntakeValues } from "./intake-values.ts";

interface CourseProps {
  readonly part: IntakePart;
}

/** The way through the bodies, as it is written. */
export function IntakeRoute({ part }: CourseProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { routeForm } = useCaseTexts();
  const { route } = part.values;
  const unknown = part.reading.notes.find(({ kind }) => kind === "unknown-body");
  const isLocked = isMade(part, "route");
  return (
    <Section title={words.route}>
      <div className={styles.fields}>
        <TypedText
          part={part}
          field="route"
          label={words.route}
          value={route.text}
          hint={unknown === undefined ? routeForm.hint : words.unknownBody(unknown.written)}
          wrong={routeForm.empty}
          isLocked={isLocked}
          onChange={(text) => {
            part.set({ route: { text, isTicked: text.trim() !== "" } });
          }}
        />
        <Tick
          label={words.makeRoute}
          isTicked={route.isTicked}
          isLocked={isLocked}
          onChange={(isTicked) => {
            part.set({ route: { ...route, isTicked } });
          }}
        />
      </div>
    </Section>
  );
}

/** What bodies have decided, each decision with or without. */
export function IntakeDecisions({ part }: CourseProps) {
  return part.values.decisions.map((decision, index) => (
    <Decision key={fieldIdOf(`decisions.${index}`)} part={part} decision={decision} index={index} />
  ));
}

interface DecisionProps extends CourseProps {
  readonly decision: IntakeValues["decisions"][number];
  readonly index: number;
}

function Decision({ part, decision, index }: DecisionProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { decisionForm } = useCaseTexts();
  const field = `decisions.${index}`;
  const body = part.reading.bodies.find(({ key }) => key === decision.bodyKey);
  const isLocked = isMade(part, "decision", index);
  const change = (next: Partial<DecisionProps["decision"]>): void => {
    part.set({ decisions: part.values.decisions.map((each, at) => (at === index ? { ...each, ...next } : each)) });
  };
  return (
    <Section title={words.decision(body?.name ?? part.reading.decisions[index]?.body?.value ?? "")}>
      <div className={styles.fields}>
        <BodyChoice part={part} decision={decision} index={index} isLocked={isLocked} change={change} />
        <TypedDay
          part={part}
          field={`${field}.date`}
          label={words.date}
          value={decision.date}
          isLocked={isLocked}
          onChange={(date) => {
            change({ date });
          }}
        />
        {decision.points.map((point, at) => (
          <Meaning
            key={point.number}
            part={part}
            point={point}
            field={`${field}.points.${at}`}
            isLocked={isLocked}
            onChange={(code) => {
              change({ points: decision.points.map((each, of) => (of === at ? { ...each, code } : each)) });
            }}
          />
        ))}
        <Placed part={part} field={`${field}.apologies`} label={words.apologies}>
          <Field label={words.apologies} hint={decisionForm.apologyHint}>
            <Input
              id={fieldIdOf(`${field}.apologies`)}
              defaultValue={decision.apologies.map(({ partyLetter }) => partyLetter).join(", ")}
              readOnly={isLocked}
              onChange={(_, { value }) => {
                const letters = value.split(/[\s,]+/u).filter((letter) => letter !== "");
                const before = part.reading.decisions[index]?.apologies ?? [];
                const roleOf = (letter: string): string =>
                  before.find(({ value: { partyLetter } }) => partyLetter === letter)?.value.role ?? "";
                change({ apologies: letters.map((partyLetter) => ({ role: roleOf(partyLetter), partyLetter })) });
              }}
            />
          </Field>
        </Placed>
        <Tick
          label={words.makeDecision}
          isTicked={decision.isTicked}
          isLocked={isLocked}
          onChange={(isTicked) => {
            change({ isTicked });
          }}
        />
      </div>
    </Section>
  );
}

interface ChoiceProps extends DecisionProps {
  readonly isLocked: boolean;
  readonly change: (next: Partial<DecisionProps["decision"]>) => void;
}

function BodyChoice({ part, decision, index, isLocked, change }: ChoiceProps) {
  const words = useIntakeTexts();
  const field = `decisions.${index}.body`;
  const wrong = useIntakeWrong(part);
  return (
    <Placed part={part} field={field} label={words.body}>
      <Field label={words.body} {...wrong(field, field, words.chooseBody)}>
        <Select
          id={fieldIdOf(field)}
          value={decision.bodyKey}
          disabled={isLocked}
          onChange={(_, { value }) => {
            change({ bodyKey: value });
          }}
        >
          <option value="">{words.chooseBody}</option>
          {part.reading.bodies.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </Placed>
  );
}

interface MeaningProps extends CourseProps {
  readonly point: DecisionProps["decision"]["points"][number];
  readonly field: string;
  readonly isLocked: boolean;
  readonly onChange: (code: DecisionProps["decision"]["points"][number]["code"]) => void;
}

/** The words of the minutes as they stand, and what they mean; where that is not plain a person says it. */
function Meaning({ part, point, field, isLocked, onChange }: MeaningProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { terms } = useCaseTexts();
  const wrong = useIntakeWrong(part);
  const label = `${words.point(point.number)}: ${words.meaning.toLowerCase()}`;
  return (
    <Placed part={part} field={field} label={label}>
      <Field
        label={label}
        hint={<span className={styles.plain}>{point.text}</span>}
        {...wrong(field, field, words.choose)}
      >
        <Select
          id={fieldIdOf(field)}
          value={point.code}
          disabled={isLocked}
          onChange={(_, { value }) => {
            onChange(decisionCodes.find((code) => code === value) ?? "");
          }}
        >
          <option value="">{words.choose}</option>
          {decisionCodes.map((code) => (
            <option key={code} value={code}>
              {terms.code[code]}
            </option>
          ))}
        </Select>
      </Field>
    </Placed>
  );
}

/** Who is to be heard, and until when: a draft is made of it. */
export function IntakeConsultation({ part }: CourseProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { consultation } = part.values;
  if (consultation === undefined) {
    return (
      <Section title={words.consultation}>
        <p className={styles.quiet}>{words.notFound}</p>
      </Section>
    );
  }
  const isLocked = isMade(part, "consultation");
  const areSet = isMade(part, "parties");
  const change = (next: Partial<typeof consultation>): void => {
    part.set({ consultation: { ...consultation, ...next } });
  };
  return (
    <Section title={words.consultation}>
      <div className={styles.fields}>
        {(["sentAfter", "deadline"] as const).map((name) => (
          <TypedDay
            key={name}
            part={part}
            field={`consultation.${name}`}
            label={words[name]}
            value={consultation[name]}
            isLocked={isLocked}
            onChange={(typed) => {
              change({ [name]: typed });
            }}
          />
        ))}
        <fieldset className={styles.group} aria-label={words.parties}>
          {consultation.parties.map(({ isTicked, name }, index) => (
            <Placed key={name} part={part} field={`consultation.parties.${index}`} label={name}>
              <div id={fieldIdOf(`consultation.parties.${index}`)} tabIndex={-1}>
                <Tick
                  label={name}
                  isTicked={isTicked}
                  isLocked={areSet}
                  onChange={(next) => {
                    change({
                      parties: consultation.parties.map((each, at) =>
                        at === index ? { ...each, isTicked: next } : each,
                      ),
                    });
                  }}
                />
              </div>
            </Placed>
          ))}
        </fieldset>
        <Tick
          label={words.makeConsultation}
          isTicked={consultation.isTicked}
          isLocked={isLocked}
          onChange={(isTicked) => {
            change({ isTicked });
          }}
        />
        <p className={styles.quiet}>{words.consultationHint}</p>
      </div>
    </Section>
  );
}

/** What the text says of a pool, to be read; it is made by the secretariat. */
export function IntakePool({ part }: CourseProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const format = useFormat();
  const { pool } = part.reading;
  if (pool === undefined) return null;
  const said: readonly (readonly [field: string, label: string, value: string | undefined])[] = [
    ["pool.amount", words.poolAmount, pool.amount && format.kr(pool.amount.value)],
    ["pool.year", words.poolYear, pool.year && String(pool.year.value)],
    ["pool.purpose", words.poolPurpose, pool.purpose?.value],
    ["pool.eligibility", words.poolEligibility, pool.eligibility?.value],
    ...pool.rounds.map(
      ({ label, frame }, index) =>
        [`pool.rounds.${index}`, words.poolRound(label.value), format.kr(frame.value)] as const,
    ),
  ];
  return (
    <Section title={words.pool}>
      <div className={styles.fields}>
        {said.map(([field, label, value]) => (
          <Placed key={field} part={part} field={field} label={label}>
            <p className={styles.plain} id={fieldIdOf(field)} tabIndex={-1}>
              {value === undefined ? label : `${label}: ${value}`}
            </p>
          </Placed>
        ))}
        <p className={styles.quiet}>{words.poolHint}</p>
      </div>
    </Section>
  );
}
