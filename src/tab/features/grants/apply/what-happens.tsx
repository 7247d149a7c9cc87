import type { DraftView } from "#contract/drafts.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { useApplyTexts } from "./apply-texts.ts";

/** What happens to the application, step by step: the head's approval while it is not given, review, decision. */
export function WhatHappens({ draft, isApproved }: { readonly draft: DraftView; readonly isApproved: boolean }) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const format = useFormat();
  const { headName, round } = draft;
  return (
    <ol className={styles.next}>
      {isApproved ? null : <li>{headName === "" ? apply.noHead : apply.receiptHead(headName)}</li>}
      <li>{apply.receiptReview(format.date(round.reviewBy))}</li>
      <li>{apply.receiptDecision(format.date(round.decisionOn))}</li>
    </ol>
  );
}
