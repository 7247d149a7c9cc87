import type { ApplicationView } from "#contract/applications.ts";
import { Section } from "../../../components/section.tsx";
import { useApplyTexts } from "../apply/apply-texts.ts";
import { WhatHappens } from "../apply/what-happens.tsx";

/** What the receipt says comes next, to be found again until the decision. */
export function AheadSection({ application: { ahead, approvedAt } }: { readonly application: ApplicationView }) {
  const { apply } = useApplyTexts();
  if (ahead === undefined) return null;
  return (
    <Section title={apply.receiptNext}>
      <WhatHappens headName={ahead.headName} isApproved={approvedAt !== undefined} round={ahead} />
    </Section>
  );
}
