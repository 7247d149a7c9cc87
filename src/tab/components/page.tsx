import { mergeClasses } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../texts/texts-context.ts";
import { usePageStyles } from "./page.styles.ts";
import { hrefOf, routes } from "./routes.ts";

interface PageProps {
  readonly title: string;
  /** Badge or the like beside the title. */
  readonly mark?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Where "back" leads; the overview when only asked for. */
  readonly back?: { readonly link: string; readonly text: string } | boolean;
  readonly narrow?: boolean;
  /** For boards and timelines, which use what width there is. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The first page of a visit leaves the focus alone; each later one takes it to its heading. */
let visited = false;

/** Frame of a page: way back, heading, actions. Sets the window's title and moves the focus to the heading. */
export function Page({ title, mark, lead, actions, back, narrow = false, wide = false, children }: PageProps) {
  const styles = usePageStyles();
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const way = back === true ? { link: routes.overview, text: texts.shell.back } : back;

  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true });
    else visited = true;
  }, []);
  useEffect(() => {
    document.title = `${title} – ${texts.shell.appName}`;
  }, [title, texts]);

  return (
    <div className={mergeClasses(styles.page, narrow && styles.narrow, wide && styles.wide)}>
      {way ? (
        <a className={styles.back} href={hrefOf(way.link)}>
          <ArrowLeftRegular aria-hidden fontSize={16} />
          {way.text}
        </a>
      ) : null}
      <div className={styles.head}>
        <div className={styles.titles}>
          <div className={styles.titleLine}>
            <h1 className={styles.title} tabIndex={-1} ref={heading}>
              {title}
            </h1>
            {mark}
          </div>
          {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
