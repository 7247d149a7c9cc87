import { Button } from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { useSession } from "../../../components/session.ts";
import { useToast } from "../../../components/toasts.ts";
import { useTexts } from "../../../texts/texts-context.ts";

/** Shares a link to a screen: Teams' own dialog, or the clipboard of a plain browser. */
export function ShareButton({ route, label }: { readonly route: string; readonly label: string }) {
  const { shell } = useTexts();
  const { host } = useSession();
  const toast = useToast();
  const share = async (): Promise<void> => {
    try {
      if ((await host.share(route, label)) === "copied") toast({ text: shell.linkCopied });
    } catch {
      toast({ text: shell.linkFailed, intent: "error" });
    }
  };
  return (
    <Button appearance="subtle" icon={<LinkRegular />} onClick={() => void share()}>
      {shell.share}
    </Button>
  );
}
