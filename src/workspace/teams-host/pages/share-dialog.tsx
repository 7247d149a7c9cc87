import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import { entityLink } from "./deep-link.ts";
import { useTexts } from "./host-texts.ts";
import type { SharedLink } from "./tab-page.ts";

/** The link to a page of the app, as Teams would give it, and the one that opens here. */
export function ShareDialog({
  link,
  onClose,
}: {
  readonly link: SharedLink;
  readonly onClose: () => void;
}): React.JSX.Element {
  const texts = useTexts();
  const { appId, entityId, subEntityId, channelId, label, webUrl } = link;
  const full = {
    appId,
    entityId,
    subEntityId,
    channelId,
    ...(label === undefined ? {} : { label }),
    ...(webUrl === undefined ? {} : { webUrl }),
  };
  return (
    <Links onClose={onClose}>
      <LinkField label={texts.shareTeams} address={entityLink(full, "https://teams.microsoft.com")} />
      <LinkField
        label={texts.shareHere}
        address={entityLink({ appId, entityId, subEntityId, channelId }, window.location.origin)}
      />
    </Links>
  );
}

/** The address of a web page the app wants to share. */
export function ShareAddressDialog(props: {
  readonly address: string;
  readonly onClose: () => void;
}): React.JSX.Element {
  const texts = useTexts();
  return (
    <Links onClose={props.onClose}>
      <LinkField label={texts.shareAddress} address={props.address} />
    </Links>
  );
}

function Links(props: { readonly children: React.ReactNode; readonly onClose: () => void }): React.JSX.Element {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.shareTitle}</DialogTitle>
          <DialogContent className={styles.links}>{props.children}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={props.onClose}>
              {texts.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function LinkField({ label, address }: { readonly label: string; readonly address: string }): React.JSX.Element {
  const texts = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    // Without permission the address can still be marked and copied by hand.
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Field label={label} validationState="none" validationMessage={copied ? texts.copied : ""}>
      <Input
        readOnly
        // Marked whole, for who copies by hand, and seen from its beginning.
        onFocus={({ currentTarget }) => {
          currentTarget.setSelectionRange(0, address.length, "backward");
          currentTarget.scrollLeft = 0;
        }}
        value={address}
        contentAfter={
          <Button
            size="small"
            appearance="transparent"
            icon={<CopyRegular />}
            aria-label={`${texts.copy}: ${label}`}
            onClick={copy}
          />
        }
      />
    </Field>
  );
}

const useStyles = makeStyles({
  // The sides are the dialog's own, which leaves room there for the ring of what has the focus.
  links: {
    display: "grid",
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
});
