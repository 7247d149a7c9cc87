import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { useToast } from "../../../components/toasts.ts";
import { useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import type { DraftSaver } from "./draft-saver.ts";

/**
 * Asks before a link leads away from fields the service has not stored, and says so when the browser's own back button
 * did. Closing the window is the browser's to ask about.
 */
export function LeaveGuard({ saver }: { readonly saver: DraftSaver }) {
  const { apply } = useApplyTexts();
  const toast = useToast();
  const { draft, notStored } = useApplyForm();
  const [target, setTarget] = useState<string>();
  const agreed = useRef(false);
  const names: Readonly<Record<string, string>> = apply.fields;
  const fields = [...new Set(notStored.map((path) => path.split(".")[0] ?? path))].map((name) => names[name] ?? name);
  const list = fields.join(", ");
  const left = useRef<() => void>(undefined);
  useEffect(() => {
    left.current = () => {
      if (saver.snapshot().notStored.length === 0 || agreed.current) return;
      toast({ text: apply.leftUnsaved(draft.number, list), intent: "error" });
    };
  });
  useEffect(
    () => () => {
      left.current?.();
    },
    [],
  );
  useEffect(() => {
    const ask = (event: MouseEvent): void => {
      if (saver.snapshot().notStored.length === 0) return;
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const href = link?.getAttribute("href") ?? "";
      if (!href.startsWith("#") || link?.getAttribute("target") === "_blank") return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    document.addEventListener("click", ask, true);
    return () => {
      document.removeEventListener("click", ask, true);
    };
  }, [saver]);
  if (target === undefined) return null;
  return (
    <ConfirmDialog
      title={apply.leaveTitle}
      confirm={apply.leave}
      busy={false}
      onCancel={() => {
        setTarget(undefined);
      }}
      onConfirm={() => {
        agreed.current = true;
        window.location.hash = target;
      }}
    >
      {apply.leaveText(list)}
    </ConfirmDialog>
  );
}
