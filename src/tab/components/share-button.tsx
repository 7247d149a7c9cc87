import { Button } from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { useState } from "react";
import { useTexts } from "../texts/texts-context.ts";
import { LinkField } from "./link-field.tsx";
import { useSession } from "./session.ts";
import { useToast } from "./toasts.ts";

/** Shares a link to a screen: Teams' own dialog, else the clipboard, else the link itself stands there to be copied. */
export function ShareButton({ route, label }: { readonly route: string; readonly label: string }) {
  const { shell } = useTexts();
  const { host } = useSession();
  const toast = useToast();
  const [byHand, setByHand] = useState<string>();
  const share = async (): Promise<void> => {
    const done = await host.share(route, label);
    setByHand(typeof done === "string" ? undefined : done.link);
    if (done === "copied") toast({ text: shell.linkCopied });
  };
  return (
    <>
      <Button appearance="subtle" icon={<LinkRegular />} onClick={() => void share()}>
        {shell.share}
      </Button>
      {byHand === undefined ? null : <LinkField label={shell.linkByHand} link={byHand} atOnce />}
    </>
  );
}
