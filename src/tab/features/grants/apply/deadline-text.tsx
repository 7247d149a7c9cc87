import type { DraftView } from "#contract/drafts.ts";
import { useCountdown } from "../../../components/use-countdown.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { deadlineOf } from "./use-apply-form.ts";

/** The deadline as a countdown by the service's clock while the form may be sent, afterwards as the day it was. */
export function DeadlineText({ draft }: { readonly draft: DraftView }) {
  const { apply } = useApplyTexts();
  const format = useFormat();
  const countdown = useCountdown(draft.now);
  const closing = deadlineOf(draft);
  return draft.applicationKey === undefined
    ? apply.deadlineIs(countdown(closing))
    : apply.deadline(format.deadline(closing));
}
