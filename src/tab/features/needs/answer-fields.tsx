import { Field, Input, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import type { FieldProblem } from "#contract/problem.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import type { Answers } from "./need-form-saver.ts";
import { useNeedTexts } from "./need-texts.ts";

interface AnswerFieldsProps {
  readonly answers: Answers;
  readonly problems: readonly FieldProblem[];
  /** Fields the service would not store. */
  readonly notStored?: readonly string[];
  readonly onChange: (answers: Answers) => void;
}

/** The three questions of a need. */
export function AnswerFields({ answers, problems, notStored = [], onChange }: AnswerFieldsProps) {
  const words = useNeedTexts();
  const texts = useTexts();
  const language = useLanguage();
  const validation = (field: keyof Answers) => {
    const problem = problems.find((each) => each.field === field);
    if (problem === undefined && !notStored.includes(field)) return {};
    const validationMessage = problem === undefined ? words.notStored : problemSentence(problem, texts, language);
    return { validationState: "error", validationMessage } as const;
  };
  return (
    <>
      <Field label={words.problem} hint={words.problemHint} required {...validation("problem")}>
        <Textarea
          rows={3}
          resize="vertical"
          value={answers.problem}
          onChange={(_, { value }) => {
            onChange({ ...answers, problem: value });
          }}
        />
      </Field>
      <Field label={words.affected} hint={words.affectedHint} required {...validation("affected")}>
        <Input
          autoComplete="off"
          value={answers.affected}
          onChange={(_, { value }) => {
            onChange({ ...answers, affected: value });
          }}
        />
      </Field>
      <Field label={words.frequency} required {...validation("frequency")}>
        <RadioGroup
          value={answers.frequency}
          onChange={(_, { value }) => {
            onChange({ ...answers, frequency: value });
          }}
        >
          {Object.entries(words.frequencies).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </RadioGroup>
      </Field>
    </>
  );
}
