import { Button } from "@fluentui/react-components";
import { useLocation } from "wouter";
import { type ActionItemView, actionItemSchema } from "#contract/action-plans.ts";
import { useCommand } from "../../../components/command.ts";
import { ProblemNote } from "../../../components/problem-note.tsx";
import { routes } from "../../../components/routes.ts";
import { useToast } from "../../../components/toasts.ts";
import { useTexts } from "../../../texts/texts-context.ts";

/** Makes an awarded application an item of the action plan and goes there; pressed twice it is one item. */
export function MakeItemButton({ applicationKey }: { readonly applicationKey: string }) {
  const { application: words } = useTexts();
  const command = useCommand<ActionItemView>();
  const toast = useToast();
  const [, go] = useLocation();
  return (
    <>
      <Button
        disabledFocusable={command.isPending}
        onClick={() => {
          command.mutate(
            { method: "POST", path: `/applications/${applicationKey}/action-item`, schema: actionItemSchema },
            {
              onSuccess: ({ item }) => {
                toast({ text: words.itemMade, intent: "success" });
                go(routes.actionItem(item.key));
              },
            },
          );
        }}
      >
        {command.isPending ? words.makingItem : words.makeItem}
      </Button>
      {command.error === null ? null : <ProblemNote problem={command.error} />}
    </>
  );
}
