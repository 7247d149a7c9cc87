import { navigate } from "wouter/use-hash-location";
import { type DraftView, draftSchema } from "#contract/drafts.ts";
import type { Language } from "#domain/shared/language.ts";
import { useCommand } from "../../components/command.ts";
import { hrefOf, routes } from "../../components/routes.ts";
import type { ApiProblem } from "../../host/api-problem.ts";
import type { SearchAct } from "./search-options.ts";

interface ActProps {
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
  readonly onLanguage: (language: Language) => void;
}

interface Acting {
  readonly act: (act: SearchAct) => void;
  /** An application is being begun. */
  readonly busy: boolean;
  readonly problem: ApiProblem | null;
}

/** Does what a line of the search is for, and closes the search when it is done. */
export function useAct({ onClose, onShortcuts, onLanguage }: ActProps): Acting {
  const create = useCommand<DraftView>();
  const go = (link: string): void => {
    onClose();
    navigate(hrefOf(link).slice(1));
  };
  const act = (does: SearchAct): void => {
    switch (does.kind) {
      case "go":
        return go(does.link);
      case "open":
        window.open(does.url, "_blank", "noreferrer");
        return onClose();
      case "shortcuts":
        return onShortcuts();
      case "language":
        onLanguage(does.language);
        return onClose();
      case "apply":
        if (create.isPending) return;
        create.mutate(
          { method: "POST", path: `${does.link}/drafts`, schema: draftSchema },
          { onSuccess: ({ key }) => go(routes.draft(key)) },
        );
    }
  };
  return { act, busy: create.isPending, problem: create.error };
}
