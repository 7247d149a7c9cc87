import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { type RankingRow, type RankingView, rankingSchema } from "#contract/ranking.ts";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { useToast } from "../../../components/toasts.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useRankingStyles } from "./ranking.styles.ts";
import { sumOfRows, unreadDrafts, untouchedDrafts } from "./ranking-lines.ts";
import type { ReasonSaver } from "./reason-saver.ts";

interface RecommendPanelProps {
  readonly view: RankingView;
  readonly rows: readonly RankingRow[];
  readonly offerPartial: boolean;
  readonly onOfferPartial: (offer: boolean) => void;
  readonly saver: ReasonSaver;
  /** By application key, the draft the reader has had before the eyes. */
  readonly readDrafts: ReadonlyMap<string, string>;
  /** A reason cannot be stored as it is: the list is not put up before it is mended. */
  readonly onRefused: (applicationKey: string) => void;
}

/** The secretariat's step: the rest offered or not, and the list put up for decision. */
export function RecommendPanel(props: RecommendPanelProps) {
  const { view, rows, offerPartial, onOfferPartial, saver, readDrafts, onRefused } = props;
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  const toast = useToast();
  const command = useCommand<RankingView>();
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const { partialCandidate } = view;
  const candidate = rows.find((row) => row.applicationKey === partialCandidate?.applicationKey);
  const { awards, rejections, totalOere } = sumOfRows(rows);
  const isWritten = (row: RankingRow): boolean => saver.find(row) !== undefined;
  const drafts = untouchedDrafts(rows, readDrafts, isWritten);
  const unreadCount = unreadDrafts(rows, readDrafts, isWritten);
  const draftCount = Object.keys(drafts).length;
  /** Saves what waits; false where a reason is refused, and the reader is led to it. */
  const saved = async (): Promise<boolean> => {
    setSaving(true);
    await saver.flush();
    setSaving(false);
    const refused = rows.find((row) => saver.find(row)?.state === "refused");
    if (!refused) return true;
    setAsking(false);
    onRefused(refused.applicationKey);
    return false;
  };
  const ask = async (): Promise<void> => {
    const isSaved = rows.every((row) => saver.find(row) === undefined);
    if (isSaved || (await saved())) setAsking(true);
  };
  const putUp = async (): Promise<void> => {
    if (!(await saved())) return;
    command.mutate(
      {
        method: "POST",
        path: `/rounds/${view.round.key}/recommendation`,
        body: { offerPartial, reasons: unsavedReasons(rows, saver), ...(draftCount > 0 ? { drafts } : {}) },
        schema: rankingSchema,
        answers: ["ranking", view.round.key],
      },
      {
        onSuccess: () => {
          saver.done();
          setAsking(false);
          toast({ text: ranking.recommended });
        },
      },
    );
  };
  return (
    <div className={styles.act}>
      {partialCandidate && candidate ? (
        <Checkbox
          checked={offerPartial}
          label={ranking.offerPartial(format.kr(partialCandidate.restOere), candidate.number)}
          onChange={(_, data) => {
            onOfferPartial(data.checked === true);
          }}
        />
      ) : null}
      <Button appearance="primary" disabledFocusable={!view.complete} onClick={() => void ask()}>
        {ranking.recommend}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={ranking.recommendTitle}
          confirm={ranking.recommend}
          busy={saving || command.isPending}
          problem={command.error}
          onCancel={() => {
            setAsking(false);
          }}
          onConfirm={() => void putUp()}
        >
          {ranking.recommendText(awards, rejections, format.kr(totalOere))}
          {draftCount > 0 ? <p className={styles.note}>{ranking.recommendDrafts(draftCount)}</p> : null}
          {unreadCount > 0 ? <p className={styles.note}>{ranking.recommendUnread(unreadCount)}</p> : null}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

/** What could not be saved for the outcomes shown; an emptied field is the wish for the proposed wording. */
function unsavedReasons(rows: readonly RankingRow[], saver: ReasonSaver): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const written = saver.find(row);
      return written === undefined ? [] : [[row.applicationKey, written.reason]];
    }),
  );
}
