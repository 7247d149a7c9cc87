import { mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { useEffect, useRef, useState } from "react";
import { hrefOf } from "../components/routes.ts";
import { useTexts } from "../texts/texts-context.ts";
import { useShellStyles } from "./shell.styles.ts";

const panel = "more-pages";

/**
 * The pages a narrow window has no room for, behind a button: a list of links that opens and closes (no menu of
 * the kind with arrow keys: they are links, and tab goes through them). Closes on choosing, on Escape with the focus back on
 * the button, on a press outside, and when the focus leaves.
 */
export function MorePages({ pages }: { readonly pages: readonly { readonly link: string; readonly text: string }[] }) {
  const styles = useShellStyles();
  const { shell } = useTexts();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const pressed = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && place.current?.contains(target) === true)) setOpen(false);
    };
    document.addEventListener("pointerdown", pressed);
    return () => {
      document.removeEventListener("pointerdown", pressed);
    };
  }, [open]);
  return (
    // Escape and leaving are heard from the button and the links inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={place}
      className={styles.more}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        // Teams and dialogs have a use of their own for it.
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && place.current?.contains(relatedTarget) !== true) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={mergeClasses(styles.link, styles.moreButton)}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {shell.more}
        <ChevronDownRegular aria-hidden className={open ? styles.turned : ""} />
      </button>
      {open ? (
        <ul id={panel} className={styles.panel}>
          {pages.map(({ link, text }) => (
            <li key={link}>
              <a
                className={styles.panelLink}
                href={hrefOf(link)}
                onClick={() => {
                  setOpen(false);
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
