import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useState } from "react";
import { AdaptiveCard } from "./adaptive-card.tsx";
import type { ChatTheme } from "./card-host-config.ts";
import { refreshOf } from "./card-refresh.ts";
import type { Trigger } from "./chat-client.ts";
import type { ExecuteAction, PressAnswer } from "./chat-contract.ts";
import type { ChatTexts } from "./chat-texts.ts";

export interface CardMessageProps {
  readonly card: unknown;
  /** Changes when the bot edits the message: then a user-specific view is asked for again. */
  readonly cardKey: string;
  /** The persona's name in this channel. */
  readonly me: string;
  /** How many people are in the conversation. */
  readonly members: number;
  readonly appName: string;
  readonly theme: ChatTheme;
  readonly texts: ChatTexts;
  readonly press: (action: ExecuteAction, trigger: Trigger) => Promise<PressAnswer>;
  readonly submit: (data: Record<string, unknown>) => Promise<void>;
  readonly mayRefresh: (cardKey: string) => boolean;
  readonly onOpenLink: (url: string) => void;
}

interface Footer {
  /** `said`: the bot's words about the card as it stood; they go when the bot replaces it. */
  readonly kind: "busy" | "done" | "said" | "error";
  readonly text: string;
}

/** A card in the chat with a line below it that tells what became of a press. */
export function CardMessage(props: CardMessageProps): React.JSX.Element {
  const { card, cardKey, me, members, theme, texts, mayRefresh } = props;
  const styles = useStyles();
  const payload = useMemo(() => JSON.stringify(card), [card]);
  const { footer, press, submit } = usePresses(props, payload);
  const refresh = useMemo(() => refreshOf(card, me, members), [card, me, members]);
  const automatic = refresh?.automatic === true ? refresh.action : undefined;
  useEffect(() => {
    if (automatic !== undefined && mayRefresh(cardKey)) press(automatic, "automatic");
  }, [automatic, cardKey, mayRefresh, press]);
  return (
    <div className={styles.stack}>
      <AdaptiveCard
        payload={payload}
        theme={theme}
        label={texts.card(props.appName)}
        texts={texts}
        busy={footer?.kind === "busy"}
        onExecute={(action) => press(action, "manual")}
        onSubmit={submit}
        onOpenUrl={props.onOpenLink}
      />
      <div className={styles.footer}>
        {refresh !== undefined && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowClockwiseRegular />}
            aria-label={texts.refresh}
            onClick={() => press(refresh.action, "manual", { kind: "said", text: texts.refreshed })}
          >
            {texts.refreshShort}
          </Button>
        )}
        <output>{footer !== undefined && footer.kind !== "error" && <Text size={200}>{footer.text}</Text>}</output>
        <div role="alert">
          {footer?.kind === "error" && (
            <Text size={200} className={styles.error}>
              {footer.text}
            </Text>
          )}
        </div>
      </div>
    </div>
  );
}

function usePresses(
  { press, submit, texts }: CardMessageProps,
  payload: string,
): {
  footer: Footer | undefined;
  /** `done`: what to say when the card was replaced. */
  press: (action: ExecuteAction, trigger: Trigger, done?: Footer) => void;
  submit: (data: Record<string, unknown>) => void;
} {
  const [footer, setFooter] = useState<Footer>();
  const [footerOn, setFooterOn] = useState(payload);
  if (footerOn !== payload) {
    setFooterOn(payload);
    if (footer?.kind === "said") setFooter(undefined);
  }
  const run = useCallback(
    (work: () => Promise<Footer | undefined>, quiet: boolean) => {
      if (!quiet) setFooter({ kind: "busy", text: texts.sending });
      work().then(
        (result) => {
          if (!quiet) setFooter(result);
        },
        () => {
          if (!quiet) setFooter({ kind: "error", text: texts.failure.unreachable });
        },
      );
    },
    [texts],
  );
  return {
    footer,
    press: useCallback(
      (action, trigger, done = { kind: "done", text: texts.done }) =>
        run(async () => footerOf(await press(action, trigger), texts, done), trigger === "automatic"),
      [run, press, texts],
    ),
    submit: useCallback(
      (data) =>
        run(async () => {
          await submit(data);
          return { kind: "done", text: texts.done };
        }, false),
      [run, submit, texts],
    ),
  };
}

function footerOf(answer: PressAnswer, texts: ChatTexts, done: Footer): Footer {
  switch (answer.kind) {
    case "card":
      return done;
    case "message":
      return { kind: "said", text: answer.text };
    case "error":
      return { kind: "error", text: answer.text };
    case "failure":
      return { kind: "error", text: texts.failure[answer.reason] };
  }
}

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", width: "100%", maxWidth: "540px" },
  footer: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "20px",
    padding: `${tokens.spacingVerticalXXS} 0px`,
    color: tokens.colorNeutralForeground3,
  },
  error: { color: tokens.colorStatusDangerForeground1 },
});
