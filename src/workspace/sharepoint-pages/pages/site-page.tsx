import { Card, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { FolderRegular, GlobeRegular, TableSimpleRegular } from "@fluentui/react-icons";
import { useCallback } from "react";
import { loadCounts, loadSite } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { Loading, Refused } from "./page-states.tsx";
import { useLoaded } from "./use-loaded.ts";

/** The start page: the sites there are. */
export function StartPage(): React.JSX.Element {
  const { config, link, texts } = usePage();
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <Text as="h1" size={700} weight="semibold" className={styles.title}>
        {config.tenantName}
      </Text>
      {config.sites.length === 0 && <Text>{texts.noSites}</Text>}
      <Tiles
        label={texts.sites}
        tiles={config.sites.map(({ path, name }) => ({
          href: link(path),
          title: name,
          icon: <GlobeRegular />,
          lines: [path],
        }))}
      />
    </div>
  );
}

/** A site's home: its lists with how much is in them. */
export function SitePage(): React.JSX.Element {
  const styles = useStyles();
  const { config, reader, link, texts } = usePage();
  const sitePath = config.site?.path ?? "";
  const load = useCallback(async () => {
    const site = await loadSite(reader, config.siteHost, sitePath);
    return { site, counts: await loadCounts(reader).catch(() => new Map<string, number>()) };
  }, [reader, config, sitePath]);
  const { state, retry } = useLoaded(load);
  if (state.status === "loading") return <Loading />;
  if (state.status === "refused") return <Refused refusal={state.refusal} retry={retry} />;
  const { site, counts } = state.value;
  return (
    <div className={styles.page}>
      <Text as="h1" size={700} weight="semibold" className={styles.title}>
        {config.site?.name}
      </Text>
      {site.lists.length === 0 && <Text>{texts.noLists}</Text>}
      <Tiles
        label={texts.siteContents}
        tiles={site.lists.map(({ id, title, description, path, isLibrary }) => {
          const count = counts.get(id.toLowerCase());
          return {
            href: link(path),
            title,
            icon: isLibrary ? <FolderRegular /> : <TableSimpleRegular />,
            lines: [count === undefined ? texts.countUnknown : texts.elements(count), description],
          };
        })}
      />
    </div>
  );
}

interface Tile {
  readonly href: string;
  readonly title: string;
  readonly icon: React.JSX.Element;
  readonly lines: readonly string[];
}

function Tiles({ label, tiles }: { label: string; tiles: readonly Tile[] }): React.JSX.Element {
  const styles = useStyles();
  return (
    <ul className={styles.tiles} aria-label={label}>
      {tiles.map(({ href, title, icon, lines }) => (
        <li key={href}>
          <Card className={styles.tile} appearance="outline">
            <span className={styles.head}>
              <span aria-hidden className={styles.icon}>
                {icon}
              </span>
              <Link href={href} className={styles.link}>
                {title}
              </Link>
            </span>
            {lines
              .filter((line) => line !== "")
              .map((line) => (
                <Text key={line} size={200} className={styles.line}>
                  {line}
                </Text>
              ))}
          </Card>
        </li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "1200px",
    margin: "0px auto",
    padding: tokens.spacingHorizontalXL,
  },
  title: { margin: "0px" },
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(260px, 1fr))",
    gap: tokens.spacingHorizontalM,
    listStyleType: "none",
    margin: "0px",
    padding: "0px",
  },
  tile: { height: "100%", boxSizing: "border-box" },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  icon: { fontSize: "20px", lineHeight: 0, color: tokens.colorBrandForeground1 },
  link: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  line: { color: tokens.colorNeutralForeground3 },
});
