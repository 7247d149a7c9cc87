import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { type RankingView, rankingSchema } from "#contract/ranking.ts";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { useToast } from "../../../components/toasts.ts";
import { useTexts } from "../../../texts/texts-context.ts";

/** The secretariat takes the list back, after a question; only while nothing in it is decided. */
export function WithdrawButton({ roundKey }: { readonly roundKey: string }) {
  const { ranking } = useTexts();
  const toast = useToast();
  const command = useCommand<RankingView>();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {ranking.withdraw}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={ranking.withdrawTitle}
          confirm={ranking.withdraw}
          busy={command.isPending}
          problem={command.error}
          onCancel={() => {
            setAsking(false);
          }}
          onConfirm={() => {
            command.mutate(
              {
                method: "POST",
                path: `/rounds/${roundKey}/recommendation/withdrawal`,
                schema: rankingSchema,
                answers: ["ranking", roundKey],
              },
              {
                onSuccess: () => {
                  toast({ text: ranking.withdrawn });
                },
              },
            );
          }}
        >
          {ranking.withdrawText}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
