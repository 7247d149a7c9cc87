import { useEffect, useRef } from "react";
import { type Me, meSchema } from "#contract/me.ts";
import type { Language } from "#domain/shared/language.ts";
import { useCommand } from "../components/command.ts";
import { useSession } from "../components/session.ts";
import { useToast } from "../components/toasts.ts";
import { readLanguageChoice } from "../host/language-choice.ts";
import { useTexts } from "../texts/texts-context.ts";

/**
 * The language the person has chosen: the page follows what is stored about her, e.g. by a word in the chat, and a
 * choice made here is stored, so that cards and notices follow. Until she has chosen, the host's language holds.
 */
export function useLanguageChoice(me: Me | undefined): (language: Language) => void {
  const stored = me?.language;
  const { setLanguage } = useSession();
  const { shell } = useTexts();
  const toast = useToast();
  const command = useCommand<Me>();
  const asking = useRef(false);
  useEffect(() => {
    const isChosen = stored === "en" || readLanguageChoice() !== undefined;
    // What is on its way to the service is newer than what was read from it.
    if (stored !== undefined && isChosen && !asking.current) setLanguage(stored);
  }, [stored, setLanguage]);

  return (language) => {
    asking.current = true;
    setLanguage(language);
    command.mutate(
      { method: "PUT", path: "/me/language", body: { language }, schema: meSchema, answers: ["me"] },
      {
        onError: () => {
          toast({ text: shell.languageNotStored, intent: "error" });
        },
        onSettled: () => {
          asking.current = false;
        },
      },
    );
  };
}
