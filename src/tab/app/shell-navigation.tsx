import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RoundSummary } from "#contract/overview.ts";
import { hrefOf, routes } from "../components/routes.ts";
import { useTexts } from "../texts/texts-context.ts";
import { MorePages } from "./more-pages.tsx";
import { useShellStyles } from "./shell.styles.ts";

/** A round that has something going on, with the year where two pools use the same name. */
export interface NavigationRound extends Pick<RoundSummary, "key" | "name"> {
  readonly year: number;
}

/**
 * The slim row of pages: the overview, the rounds of the moment, the areas, and the status for administrators. In a narrow
 * window the overview and the present page stay, and the others are behind one button.
 */
export function ShellNavigation({
  rounds,
  isAdministrator,
  location,
  search,
}: {
  readonly rounds: readonly NavigationRound[];
  readonly isAdministrator: boolean;
  readonly location: string;
  /** What finds everything else; it stands last in the row. */
  readonly search: ReactNode;
}) {
  const styles = useShellStyles();
  const { shell } = useTexts();
  const pages = [
    { link: routes.overview, text: shell.overview, current: location === "/" },
    ...rounds.map((round) => ({
      link: routes.round(round.key),
      text: round.name.includes(String(round.year)) ? round.name : `${round.name} ${round.year}`,
      current: location.startsWith(routes.round(round.key)),
    })),
    {
      link: routes.actionPlan,
      text: shell.actionPlan,
      current: location.startsWith("/action-plan") || location.startsWith("/action-items"),
    },
    { link: routes.needs, text: shell.needs, current: location.startsWith(routes.needs) },
    {
      link: routes.consultations,
      text: shell.consultations,
      current: location.startsWith(routes.consultations),
    },
    { link: routes.cases, text: shell.cases, current: location.startsWith(routes.cases) },
    ...(isAdministrator
      ? [{ link: routes.administration, text: shell.administration, current: location === routes.administration }]
      : []),
  ];
  return (
    <nav className={styles.navigation} aria-label={shell.navigation}>
      <ul className={styles.links}>
        {pages.map((page) => (
          <li
            key={page.link}
            className={page.current ? styles.present : page.link === routes.overview ? undefined : styles.roomy}
          >
            <a
              className={mergeClasses(styles.link, page.current && styles.current)}
              href={hrefOf(page.link)}
              aria-current={page.current ? "page" : undefined}
            >
              {page.text}
            </a>
          </li>
        ))}
        <MorePages pages={pages.filter(({ link, current }) => !current && link !== routes.overview)} />
        <li className={styles.search}>{search}</li>
      </ul>
    </nav>
  );
}
