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
    clickLink(hrefOf(link));
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
        // Who stays on a page with fields that are not stored begins nothing; who leaves it comes to the round.
        if (!isFreeToGo(hrefOf(does.link))) return onClose();
        create.mutate(
          { method: "POST", path: `${does.link}/drafts`, schema: draftSchema },
          { onSuccess: ({ key }) => go(routes.draft(key)) },
        );
    }
  };
  return { act, busy: create.isPending, problem: create.error };
}

/** Goes as a click on a link does, so that a page with fields that are not stored asks first. */
function clickLink(href: string, onHeard?: (event: MouseEvent) => void): void {
  const link = document.createElement("a");
  link.href = href;
  link.hidden = true;
  if (onHeard) link.addEventListener("click", onHeard);
  document.body.append(link);
  link.click();
  link.remove();
}

/** Whether the page lets a click through to its link; goes nowhere itself. */
function isFreeToGo(href: string): boolean {
  let isFree = false;
  clickLink(href, (event) => {
    isFree = true;
    event.preventDefault();
  });
  return isFree;
}
