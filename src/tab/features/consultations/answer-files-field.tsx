import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons/svg/attach";
import { useId, useRef } from "react";
import { answerFileEndings } from "#domain/consultations/answer-file.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { usePartyAnswerTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import type { AnswerFilesState } from "./use-answer-files.ts";

/** The documents of an answer: chosen from the machine, taken out again, each with why it was not attached. */
export function AnswerFilesField({ state }: { readonly state: AnswerFilesState }) {
  const styles = useConsultationStyles();
  const { files: words } = usePartyAnswerTexts();
  const input = useRef<HTMLInputElement>(null);
  const buttonId = useId();
  const hintId = useId();
  const { files, adding, problem, add, remove } = state;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.label}</legend>
      {files.length === 0 ? null : (
        <ul className={styles.files}>
          {files.map(({ name, sha256, bytes }) => (
            <li key={sha256} className={styles.file}>
              <span className={styles.fileName}>{name}</span>
              <span className={styles.meta}>{words.size(bytes)}</span>
              <Button
                size="small"
                appearance="subtle"
                className={styles.removeFile}
                aria-label={words.removeOf(name)}
                onClick={() => {
                  remove(sha256);
                  document.getElementById(buttonId)?.focus();
                }}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button
          id={buttonId}
          icon={<AttachRegular />}
          aria-describedby={hintId}
          disabledFocusable={adding !== ""}
          onClick={() => input.current?.click()}
        >
          {words.add}
        </Button>
        <output className={styles.meta}>{adding === "" ? "" : words.adding(adding)}</output>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={words.add}
          accept={answerFileEndings.join(",")}
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            // So that the same file can be chosen again once it is mended.
            currentTarget.value = "";
            void add(chosen);
          }}
        />
      </div>
      <span id={hintId} className={styles.meta}>
        {words.hint}
      </span>
      {problem === undefined ? null : "tooLarge" in problem ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody role="alert">{words.tooLarge(problem.tooLarge)}</MessageBarBody>
        </MessageBar>
      ) : (
        <ProblemNote problem={problem} />
      )}
    </fieldset>
  );
}
