import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { AdaptiveCard } from "../../bot-channel/pages/adaptive-card.tsx";
import { chatTexts } from "../../bot-channel/pages/chat-texts.ts";
import { type DialogEnd, type DialogSide, dialogPixels } from "./dialog-handlers.ts";
import { useTexts } from "./host-texts.ts";
import { openLink } from "./open-link.ts";
import type { OpenDialog, TabFrameProps } from "./tab-page.ts";
import type { OpenedTab } from "./use-tab.ts";

/** What Teams tells the opener when the person closes a dialog. */
const closedByPerson: DialogEnd = ["User cancelled/closed the task module."];

/** A dialog a tab has opened: a page of the app in a frame of its own, or an adaptive card. */
export function TabDialog(props: ContentProps): React.JSX.Element {
  const { dialog, opener } = props;
  const { app } = opener.host;
  const styles = useStyles();
  const texts = useTexts();
  const [size, setSize] = useState(dialog.request.size);
  const pixels = dialogPixels(size);
  const { content } = dialog.request;
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && dialog.end(closedByPerson)}>
      <DialogSurface className={styles.surface} style={{ width: `min(${pixels.width}px, 100vw)` }}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={
              <DialogTrigger action="close">
                <Button appearance="subtle" icon={<DismissRegular />} aria-label={texts.close} />
              </DialogTrigger>
            }
          >
            {dialog.request.title ?? app.name}
          </DialogTitle>
          <DialogContent
            className={styles.content}
            style={content.kind === "card" ? {} : { height: `min(${pixels.height}px, 75dvh)` }}
          >
            {content.kind === "card" ? (
              <CardContent {...props} card={content.card} />
            ) : (
              <PageContent {...props} url={content.url} onResize={(next) => setSize((now) => ({ ...now, ...next }))} />
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

interface ContentProps {
  readonly tab: Pick<OpenedTab, "link" | "dialogLink">;
  readonly dialog: OpenDialog;
  readonly opener: TabFrameProps;
  /** Draws an app's page in a frame. */
  readonly renderPage: (props: TabFrameProps) => React.JSX.Element;
}

function PageContent(
  props: ContentProps & { readonly url: string; readonly onResize: DialogSide["resize"] },
): React.JSX.Element {
  const { tab, dialog, opener, url, onResize, renderPage } = props;
  const { page } = opener;
  const side: DialogSide = {
    submit: (result) => dialog.end([null, result]),
    resize: onResize,
    tellOpener: (message) => tab.link.tell("messageForParent", [message]),
  };
  return renderPage({
    host: opener.host,
    page: { ...page, frameContext: "task", contentUrl: url },
    dialog: side,
    link: tab.dialogLink,
  });
}

function CardContent({ dialog, opener, card }: ContentProps & { readonly card: string }): React.JSX.Element {
  const { host } = opener;
  const styles = useStyles();
  return (
    <div className={styles.card}>
      <AdaptiveCard
        payload={card}
        theme={host.theme}
        label={dialog.request.title ?? host.app.name}
        texts={chatTexts(host.locale)}
        busy={false}
        onExecute={(action) => dialog.end([null, action.data ?? {}])}
        onSubmit={(data) => dialog.end([null, data])}
        onOpenUrl={(address) => void openLink(address, host.links)}
      />
    </div>
  );
}

const useStyles = makeStyles({
  surface: { maxWidth: "100vw", boxSizing: "border-box", padding: tokens.spacingHorizontalXL },
  body: { maxHeight: "90dvh" },
  content: { position: "relative", padding: 0, minHeight: "120px" },
  /** The dialog is the card's frame. */
  card: {
    "& article": { border: 0, boxShadow: "none", maxWidth: "none", borderRadius: 0 },
    // In line with the dialog's title; the renderer writes its own room on the element.
    "& .ac-adaptiveCard": { paddingLeft: "0px !important", paddingRight: "0px !important" },
  },
});
