import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { rankingSchema } from "#contract/ranking.ts";
import { TextDialog } from "../../../components/text-dialog.tsx";
import { useTexts } from "../../../texts/texts-context.ts";

/** A decider sends the list back to the secretariat with a reason; only while nothing in it is decided. */
export function SendBackButton({
  roundKey,
  recommendationKey,
}: {
  readonly roundKey: string;
  /** The list on the screen: one put up anew since is not sent back by this press. */
  readonly recommendationKey: string;
}) {
  const { ranking } = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {ranking.sendBack}
      </Button>
      {asking ? (
        <TextDialog
          title={ranking.sendBackTitle}
          text={ranking.sendBackText}
          label={ranking.sendBackReason}
          missing={ranking.sendBackMissing}
          confirm={ranking.sendBackConfirm}
          done={ranking.sentBackDone}
          request={(reason) => ({
            method: "POST",
            path: `/rounds/${roundKey}/recommendation/return`,
            body: { recommendationKey, reason },
            schema: rankingSchema,
            answers: ["ranking", roundKey],
          })}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}
