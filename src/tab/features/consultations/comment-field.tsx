import { Field, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import type { ConsultationPartyView } from "#contract/consultations.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useFormat } from "../../components/use-format.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import type { CommentSaver, CommentText, CommentWork } from "./comment-saver.ts";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";

/** The element id of a party's comment, so that what blocks the closing can lead to it. */
export function commentId(partyKey: string): string {
  return `comment-${partyKey}`;
}

interface CommentFieldProps {
  readonly party: ConsultationPartyView;
  readonly saver: CommentSaver;
}

/** What the administration says of an answer: in short, the comment, and whether the proposal is changed (001-13). */
export function CommentField({ party, saver }: CommentFieldProps) {
  const styles = useConsultationStyles();
  const texts = useTexts();
  const language = useLanguage();
  const { comment: words } = useConsultationTexts();
  const stored: CommentText = party.comment ?? { summary: "", comment: "", changes: undefined };
  const work = saver.workOf(party.key, stored);
  const edit = (change: Partial<CommentText>): void => {
    saver.edit(party.key, work, change);
  };
  const flush = (): void => void saver.flush();
  const wrong = (field: string) => {
    const problem = work.problem?.fields.find((each) => each.field === field);
    const said = problem && problemSentence(problem, texts, language);
    return { validationState: said === undefined ? "none" : "error", validationMessage: said ?? null } as const;
  };
  const isAtField = work.problem !== undefined && work.problem.fields.length > 0;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.title}</legend>
      <Field label={words.summary} hint={words.summaryHint} {...wrong("summary")}>
        <Textarea
          value={work.summary}
          rows={2}
          resize="vertical"
          onBlur={flush}
          onChange={(_, { value }) => {
            edit({ summary: value });
          }}
        />
      </Field>
      <Field label={words.comment} required {...wrong("comment")}>
        <Textarea
          id={commentId(party.key)}
          value={work.comment}
          rows={3}
          resize="vertical"
          onBlur={flush}
          onChange={(_, { value }) => {
            edit({ comment: value });
          }}
        />
      </Field>
      <Field label={words.changes} required>
        <RadioGroup
          layout="horizontal"
          value={work.changes === undefined ? "" : work.changes ? "yes" : "no"}
          onChange={(_, { value }) => {
            edit({ changes: value === "yes" });
          }}
        >
          <Radio value="yes" label={words.yes} />
          <Radio value="no" label={words.no} />
        </RadioGroup>
      </Field>
      <SaveState work={work} party={party} />
      {work.state === "refused" && work.problem && !isAtField ? <ProblemNote problem={work.problem} /> : null}
    </fieldset>
  );
}

/** Whether what is typed is on the server. */
function SaveState({ work, party }: { readonly work: CommentWork; readonly party: ConsultationPartyView }) {
  const styles = useConsultationStyles();
  const { comment: words } = useConsultationTexts();
  const format = useFormat();
  const before =
    party.comment === undefined ? words.missing : words.by(party.comment.by.name, format.instant(party.comment.at));
  const text = {
    untouched: before,
    incomplete: words.waiting,
    pending: words.saving,
    saving: words.saving,
    saved: words.saved(work.savedAt === undefined ? "" : format.time(work.savedAt)),
    retrying: words.notSaved,
    refused: words.refused,
  }[work.state];
  return <output className={styles.meta}>{text}</output>;
}
