import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ConsultationPage } from "#contract/consultations.ts";
import { useFormat } from "../../components/use-format.ts";
import { useConsultationTexts } from "./consultation-texts.ts";

/** That the answers are soon deleted here, wait for the case to be decided, or are gone. */
export function DeletionNote({ page }: { readonly page: ConsultationPage }) {
  const { deletion: words } = useConsultationTexts();
  const format = useFormat();
  const { deletion, deleteOn, answersDeletedAt } = page;
  const on = deleteOn === undefined ? "" : format.date(deleteOn);
  const text =
    answersDeletedAt !== undefined
      ? words.deleted(format.instant(answersDeletedAt))
      : deletion === "near"
        ? words.near(on)
        : deletion === "waiting"
          ? words.waiting(on)
          : undefined;
  if (text === undefined) return null;
  return (
    <MessageBar intent={answersDeletedAt === undefined ? "warning" : "info"} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
