import { Field, Input, Select, Spinner } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { type NeedsView, type NeedWays, needsSchema, needWaysSchema } from "#contract/needs.ts";
import type { FieldProblem } from "#contract/problem.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useToast } from "../../components/toasts.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { useFormat } from "../../components/use-format.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import type { NeedDialogProps } from "./answer-dialogs.tsx";
import { useNeedTexts } from "./need-texts.ts";
import { useNeedStyles } from "./needs.styles.ts";

function useWays(needKey: string): NeedWays | undefined {
  return useAnswer(["need-ways", needKey], `/needs/${needKey}/ways`, needWaysSchema).data;
}

/** A choice among few, by key. */
function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Field label={props.label}>
      <Select
        value={props.value}
        onChange={(_, { value }) => {
          props.onChoose(value);
        }}
      >
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Makes a draft for somebody of the centre, with the finder's words in it. */
export function ToApplicationDialog({ need, onClose }: NeedDialogProps) {
  const styles = useNeedStyles();
  const words = useNeedTexts();
  const format = useFormat();
  const toast = useToast();
  const ways = useWays(need.key);
  const command = useCommand<NeedsView>();
  const [round, setRound] = useState<string>();
  const [writer, setWriter] = useState<string>();
  const roundKey = round ?? ways?.rounds[0]?.key;
  const writerKey = writer ?? ways?.writers[0]?.key;
  const isPossible = ways === undefined || (roundKey !== undefined && writerKey !== undefined);
  const make = (): void => {
    const body = { roundKey, writerKey };
    command.mutate(
      { method: "POST", path: `/needs/${need.key}/application`, body, schema: needsSchema, answers: ["needs"] },
      {
        onSuccess: ({ needs }) => {
          const made = needs.find(({ key }) => key === need.key)?.outcome?.number;
          toast({ text: words.promoted(made ?? "") });
          onClose();
        },
      },
    );
  };
  const fields: ReactNode =
    ways === undefined ? (
      <Spinner size="tiny" />
    ) : roundKey === undefined || writerKey === undefined ? null : (
      <div className={styles.fields}>
        <Choice
          label={words.round}
          value={roundKey}
          options={ways.rounds.map(({ key, name, poolTitle, closesAt }) => [
            key,
            `${name}, ${poolTitle} (${format.deadline(closesAt)})`,
          ])}
          onChoose={setRound}
        />
        <Choice
          label={words.writer}
          value={writerKey}
          options={ways.writers.map(({ key, name, title }) => [key, title === "" ? name : `${name}, ${title}`])}
          onChoose={setWriter}
        />
      </div>
    );
  return (
    <ConfirmDialog
      title={words.toApplicationTitle}
      confirm={isPossible ? words.makeDraft : words.understood}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={() => {
        if (!isPossible) onClose();
        else if (ways !== undefined) make();
      }}
    >
      <p>{isPossible ? words.toApplicationText : words.noRounds}</p>
      {fields}
    </ConfirmDialog>
  );
}

/** Puts the need into the action plan as an idea. */
export function ToItemDialog({ need, onClose }: NeedDialogProps) {
  const words = useNeedTexts();
  const toast = useToast();
  const ways = useWays(need.key);
  const command = useCommand<NeedsView>();
  const [typed, setTyped] = useState<string>();
  const [area, setArea] = useState<string>();
  const [title, chosen] = [typed ?? proposed(ways).title, area ?? proposed(ways).focusArea];
  const refused = command.error?.fields.find(({ field }) => field === "title");
  const isPossible = ways === undefined || ways.focusAreas.length > 0;
  const make = (): void => {
    const body = { title, focusArea: Number(chosen) };
    command.mutate(
      { method: "POST", path: `/needs/${need.key}/action-item`, body, schema: needsSchema, answers: ["needs"] },
      {
        onSuccess: () => {
          toast({ text: words.itemMade });
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={words.toItemTitle}
      confirm={isPossible ? words.makeItem : words.understood}
      busy={command.isPending}
      problem={refused === undefined ? command.error : null}
      onCancel={onClose}
      onConfirm={() => {
        if (!isPossible) onClose();
        else if (chosen !== "") make();
      }}
    >
      <p>{isPossible ? words.toItemText : words.noProgramme}</p>
      {ways === undefined ? <Spinner size="tiny" /> : null}
      {ways !== undefined && isPossible ? (
        <ItemFields {...{ ways, title, chosen, refused }} onTitle={setTyped} onArea={setArea} />
      ) : null}
    </ConfirmDialog>
  );
}

/** What stands in the fields before anybody has chosen. */
function proposed(ways: NeedWays | undefined): { readonly title: string; readonly focusArea: string } {
  return { title: ways?.title ?? "", focusArea: String(ways?.focusAreas[0]?.number ?? "") };
}

function ItemFields(props: {
  readonly ways: NeedWays;
  readonly title: string;
  readonly chosen: string;
  readonly refused: FieldProblem | undefined;
  readonly onTitle: (title: string) => void;
  readonly onArea: (number: string) => void;
}) {
  const styles = useNeedStyles();
  const words = useNeedTexts();
  const texts = useTexts();
  const language = useLanguage();
  const { refused } = props;
  const message = refused && problemSentence(refused, texts, language);
  return (
    <div className={styles.fields}>
      <Field
        label={words.itemTitle}
        required
        validationState={message === undefined ? "none" : "error"}
        validationMessage={message ?? null}
      >
        <Input
          value={props.title}
          onChange={(_, { value }) => {
            props.onTitle(value);
          }}
        />
      </Field>
      <Choice
        label={words.focusArea}
        value={props.chosen}
        options={props.ways.focusAreas.map(({ number, name }) => [String(number), `${number} ${name}`])}
        onChoose={props.onArea}
      />
    </div>
  );
}
