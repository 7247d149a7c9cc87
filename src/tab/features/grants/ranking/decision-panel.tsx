import { Button, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { type PacketView, type RankingView, rankingSchema } from "#contract/ranking.ts";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { PersonAvatar } from "../../../components/person-avatar.tsx";
import { Section } from "../../../components/section.tsx";
import { useToast } from "../../../components/toasts.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useRankingStyles } from "./ranking.styles.ts";
import { SendBackButton } from "./send-back-button.tsx";
import { useUndo } from "./undo-decision.tsx";
import { WithdrawButton } from "./withdraw-button.tsx";

type Recommendation = NonNullable<RankingView["recommendation"]>;

/** The decision: each packet with its decider, and the button for the one whose turn it is. */
export function DecisionPanel({
  view,
  recommendation,
}: {
  readonly view: RankingView;
  readonly recommendation: Recommendation;
}) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  const { packets, recommendedBy, recommendedAt } = recommendation;
  const deputy = packets.find((packet) => packet.kind === "deputy" && packet.count > 0);
  return (
    <Section title={ranking.decision}>
      <div className={styles.packets}>
        <p className={mergeClasses(styles.note, styles.person)}>
          <PersonAvatar name={recommendedBy.name} />
          <span>{ranking.recommendedBy(recommendedBy.name, format.instant(recommendedAt))}</span>
        </p>
        {deputy ? (
          <p className={styles.note}>{`${ranking.deputyDecides(deputy.count)}. ${ranking.deputyWhy}`}</p>
        ) : null}
        {packets
          .filter((packet) => packet.count > 0)
          .map((packet) => (
            <Packet key={packet.kind} view={view} packet={packet} recommendationKey={recommendation.key} />
          ))}
        {recommendation.mayWithdraw || recommendation.maySendBack ? (
          <div className={styles.back}>
            {recommendation.maySendBack ? (
              <SendBackButton roundKey={view.round.key} recommendationKey={recommendation.key} />
            ) : null}
            {recommendation.mayWithdraw ? <WithdrawButton roundKey={view.round.key} /> : null}
          </div>
        ) : null}
      </div>
    </Section>
  );
}

interface PacketProps {
  readonly view: RankingView;
  readonly packet: PacketView;
  readonly recommendationKey: string;
}

function Packet({ view, packet, recommendationKey }: PacketProps) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { totalOere } = packet;
  return (
    <div className={styles.packet}>
      <div className={styles.packetText}>
        <span>{`${ranking.packet[packet.kind]} · ${ranking.packetCount(packet.count)}`}</span>
        {totalOere === undefined ? null : (
          <span className={styles.packetTotal}>{ranking.packetTotal(format.kr(totalOere))}</span>
        )}
        <span className={mergeClasses(styles.note, styles.person)}>
          <PersonAvatar name={packet.decider.name} />
          <span>
            {packet.decidedAt === undefined
              ? ranking.packetOpen(packet.decider.name)
              : ranking.packetDecided(packet.decider.name, format.instant(packet.decidedAt))}
          </span>
        </span>
      </div>
      {packet.mayDecide ? (
        <Button
          appearance="primary"
          onClick={() => {
            setAsking(true);
          }}
        >
          {ranking.decide}
        </Button>
      ) : null}
      {asking && totalOere !== undefined ? (
        <DecideDialog
          view={view}
          packet={packet}
          totalOere={totalOere}
          recommendationKey={recommendationKey}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </div>
  );
}

interface DecideDialogProps extends PacketProps {
  readonly totalOere: number;
  readonly onClose: () => void;
}

function DecideDialog({ view, packet, totalOere, recommendationKey, onClose }: DecideDialogProps) {
  const { ranking } = useTexts();
  const format = useFormat();
  const toast = useToast();
  const decide = useCommand<RankingView>();
  const { takeBack } = useUndo(view.round.key, packet.kind);
  const path = `/rounds/${view.round.key}/packets/${packet.kind}/decision`;
  const answers = ["ranking", view.round.key];
  const total = format.kr(totalOere);
  const awards = view.rows.filter((row) => row.packet === packet.kind && row.outcome !== "rejection").length;
  return (
    <ConfirmDialog
      title={ranking.decideTitle}
      confirm={totalOere === 0 ? ranking.decideConfirmNone : ranking.decideConfirm(total)}
      busy={decide.isPending}
      problem={decide.error}
      onCancel={onClose}
      onConfirm={() => {
        decide.mutate(
          {
            method: "POST",
            path,
            body: { recommendationKey, totalOere },
            schema: rankingSchema,
            answers,
          },
          {
            onSuccess: () => {
              toast({ text: ranking.decided, undo: { text: ranking.undo, act: takeBack } });
              onClose();
            },
          },
        );
      }}
    >
      {ranking.decideText(awards, packet.count - awards, total)}
    </ConfirmDialog>
  );
}
