import { useFormat } from "../../../components/use-format.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { useApplyTexts } from "./apply-texts.ts";

interface WhatHappensProps {
  /** "" where the centre has no head. */
  readonly headName: string;
  readonly isApproved: boolean;
  readonly round: { readonly reviewBy: string; readonly decisionOn: string };
}

/** What happens to the application, step by step: the head's approval while it is not given, review, decision. */
export function WhatHappens({ headName, isApproved, round }: WhatHappensProps) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const format = useFormat();
  return (
    <ol className={styles.next}>
      {isApproved ? null : <li>{headName === "" ? apply.noHead : apply.receiptHead(headName)}</li>}
      <li>{apply.receiptReview(format.date(round.reviewBy))}</li>
      <li>{apply.receiptDecision(format.date(round.decisionOn))}</li>
    </ol>
  );
}
