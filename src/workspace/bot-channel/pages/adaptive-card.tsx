import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  type Action,
  AdaptiveCard as CardRenderer,
  ExecuteAction,
  GlobalRegistry,
  GlobalSettings,
  OpenUrlAction,
  Strings,
  SubmitAction,
  Table,
  Versions,
} from "adaptivecards";
import { useLayoutEffect, useRef } from "react";
import { useCardStyles } from "./card.styles.ts";
import { type ChatTheme, cardHostConfig } from "./card-host-config.ts";
import { markdownToHtml } from "./card-markdown.ts";
import type { ExecuteAction as Pressed } from "./chat-contract.ts";
import type { ChatTexts } from "./chat-texts.ts";

/** What people can do with a card. */
export interface CardHandlers {
  readonly onExecute: (action: Pressed) => void;
  readonly onSubmit: (data: Record<string, unknown>) => void;
  readonly onOpenUrl: (url: string) => void;
}

export interface AdaptiveCardProps extends CardHandlers {
  /** The card's JSON, as text: the card is drawn anew only when this changes, so typed input is kept. */
  readonly payload: string;
  readonly theme: ChatTheme;
  readonly label: string;
  readonly texts: ChatTexts;
  readonly busy: boolean;
}

GlobalSettings.setTabIndexAtCardRoot = false;
// The library registers tables on loading the file, which bundlers drop as it claims to have no side effects.
GlobalRegistry.defaultElements.register("Table", Table, Versions.v1_5);
CardRenderer.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/** One adaptive card, drawn by Microsoft's own renderer. */
export function AdaptiveCard({
  payload,
  theme,
  label,
  texts,
  busy,
  ...handlers
}: AdaptiveCardProps): React.JSX.Element {
  const styles = useStyles();
  const cardStyles = useCardStyles();
  const frame = useRef<HTMLElement>(null);
  const latest = useRef({ busy, ...handlers });
  // With what is shown, not after it: a press may follow the answer at once.
  useLayoutEffect(() => {
    latest.current = { busy, ...handlers };
  });
  const tinted = theme !== "contrast";
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    Strings.defaults.overflowButtonTooltip = () => texts.moreActions;
    const hadFocus = element.contains(document.activeElement);
    const rendered = drawCard(payload, tinted, (action) => {
      if (!latest.current.busy) handle(action, latest.current);
    });
    element.replaceChildren(rendered ?? texts.brokenCard);
    // The pressed button is gone with the old card: keyboard users go on from the new one.
    if (hadFocus) element.focus();
  }, [payload, tinted, texts]);
  return (
    <article
      ref={frame}
      aria-label={label}
      aria-busy={busy}
      tabIndex={-1}
      className={mergeClasses(styles.frame, cardStyles.card)}
      style={{ colorScheme: theme === "default" ? "light" : "dark" }}
    />
  );
}

function drawCard(payload: string, tinted: boolean, onAction: (action: Action) => void): HTMLElement | undefined {
  const card = new CardRenderer();
  card.hostConfig = cardHostConfig(tinted);
  card.onExecuteAction = onAction;
  card.onInlineCardExpanded = (action, isExpanded) => {
    if (isExpanded) showPanel(action.card.renderedElement);
  };
  card.onAnchorClicked = (_, anchor) => {
    const open = new OpenUrlAction();
    open.url = anchor.href;
    onAction(open);
    return true;
  };
  card.parse(JSON.parse(payload));
  return card.render();
}

/** A panel opens below its button, often out of sight: it comes into view, with the cursor in its first field. */
function showPanel(panel: HTMLElement | undefined): void {
  if (panel === undefined) return;
  panel.style.scrollMarginBlock = "12px";
  panel.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

function handle(action: Action, { onExecute, onSubmit, onOpenUrl }: CardHandlers): void {
  if (action instanceof OpenUrlAction && /^(?:https?|mailto):/iu.test(action.url ?? "")) onOpenUrl(action.url ?? "");
  if (action instanceof SubmitAction) onSubmit(asRecord(action.data));
  if (action instanceof ExecuteAction) {
    onExecute({
      type: "Action.Execute",
      verb: action.verb,
      ...(action.id === undefined ? {} : { id: action.id }),
      ...(action.title === undefined ? {} : { title: action.title }),
      ...(action.data === undefined ? {} : { data: action.data }),
    });
  }
}

function asRecord(data: unknown): Record<string, unknown> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}

const useStyles = makeStyles({
  frame: {
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "540px",
    overflow: "hidden",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
