import { Field, Input, Select } from "@fluentui/react-components";
import { decisionCodes } from "#domain/cases/case.ts";
import { Section } from "../../components/section.tsx";
import { useCaseTexts } from "./case-texts.ts";
import { useIntakeStyles } from "./intake.styles.ts";
import { fieldIdOf, type IntakePartProps, isMade, Placed, Tick, TypedDay, useIntakeWrong } from "./intake-part.tsx";
import { useIntakeTexts } from "./intake-texts.ts";
import type { IntakeValues } from "./intake-values.ts";

/** What bodies have decided, each decision with or without. */
export function IntakeDecisions({ part }: IntakePartProps) {
  return part.values.decisions.map((decision, index) => (
    <Decision key={fieldIdOf(`decisions.${index}`)} part={part} decision={decision} index={index} />
  ));
}

interface DecisionProps extends IntakePartProps {
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

interface MeaningProps extends IntakePartProps {
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
