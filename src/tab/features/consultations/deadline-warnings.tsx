import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { DeadlineWarning } from "#contract/consultations.ts";

/** What there is to think of at the deadline; each sentence is the domain's own. */
export function DeadlineWarnings({ warnings }: { readonly warnings: readonly DeadlineWarning[] }) {
  return warnings.map(({ code, text }) => (
    <MessageBar key={code} intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  ));
}
