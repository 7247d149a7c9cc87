import { Field, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { RankingRow } from "#contract/ranking.ts";
import { problemText } from "../../../components/problem-view.tsx";
import type { ApiProblem } from "../../../host/api-problem.ts";
import type { Texts } from "../../../texts/da.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import type { ReasonSaver } from "./reason-saver.ts";

/** The field of a reason, saved as it is written. */
export function ReasonField({
  row,
  saver,
  lead,
  onReadDraft,
}: {
  readonly row: RankingRow;
  readonly saver: ReasonSaver;
  readonly lead: number;
  readonly onReadDraft: (applicationKey: string, draft: string) => void;
}) {
  const texts = useTexts();
  const { ranking } = texts;
  const { reason = "", reasonDraft, applicationKey } = row;
  // Stays as typed until the field is left, whatever is saved or read meanwhile.
  const [typed, setTyped] = useState<string>();
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lead > 0) area.current?.querySelector("textarea")?.focus();
  }, [lead]);
  useEffect(() => {
    if (reasonDraft !== undefined) onReadDraft(applicationKey, reasonDraft);
  }, [applicationKey, reasonDraft, onReadDraft]);
  const written = saver.find(row);
  const isDraft = reasonDraft !== undefined && written === undefined && (typed === undefined || typed === reasonDraft);
  return (
    <div ref={area}>
      <Field
        label={ranking.reasonFor(row.number)}
        hint={`${isDraft ? ranking.reasonDraft : ranking.reasonHint} ${stateSentence(row, saver, ranking)}`.trim()}
        {...(written?.state === "refused" && written.problem
          ? { validationMessage: refusedText(written.problem, texts) }
          : {})}
      >
        <Textarea
          rows={reasonDraft === undefined ? 4 : 10}
          resize="vertical"
          value={typed ?? written?.reason ?? reasonDraft ?? reason}
          onChange={(_, data) => {
            setTyped(data.value);
            saver.edit(row, data.value);
          }}
          onBlur={() => {
            setTyped(undefined);
            void saver.flush();
          }}
        />
      </Field>
    </div>
  );
}

/** How far the saving of the reason has come. */
function stateSentence(row: RankingRow, saver: ReasonSaver, ranking: Texts["ranking"]): string {
  const written = saver.find(row);
  if (!written) return saver.isSaved(row) ? ranking.reasonSaved : "";
  const said = {
    waiting: ranking.reasonSaving,
    saving: ranking.reasonSaving,
    retrying: ranking.reasonNotSaved,
    refused: "",
  };
  return said[written.state];
}

/** Why the reason is not stored; nothing here is saved, so the general sentence of a half-done form would be false. */
function refusedText(problem: ApiProblem, texts: Texts): string {
  return problem.fields.some(({ code }) => code === "cpr") ? texts.ranking.reasonCpr : problemText(problem, texts);
}
