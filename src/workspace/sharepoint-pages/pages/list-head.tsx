import { makeStyles, SearchBox, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { viewTitle } from "./item-title.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import type { ListView } from "./use-list-view.ts";

/** What the list is, its views, and the quick filter. */
export function ListHead({ data, list }: { data: ListData; list: ListView }): React.JSX.Element {
  const styles = useStyles();
  const { texts } = usePage();
  return (
    <>
      <div className={styles.head}>
        <Text as="h1" size={600} weight="semibold" className={styles.title}>
          {data.list.title}
        </Text>
        {data.list.description !== "" && <Text className={styles.quiet}>{data.list.description}</Text>}
      </div>
      <div className={styles.tools}>
        <TabList
          size="small"
          className={styles.views}
          aria-label={texts.views}
          selectedValue={list.view.id}
          onTabSelect={(_, { value }) => {
            const chosen = data.views.find(({ id }) => id === value);
            if (chosen !== undefined) list.choose(chosen);
          }}
        >
          {data.views.map((view) => (
            <Tab key={view.id} value={view.id}>
              {viewTitle(view, texts)}
            </Tab>
          ))}
        </TabList>
        <SearchBox
          size="small"
          className={styles.search}
          aria-label={texts.filter}
          placeholder={texts.filter}
          value={list.words}
          onChange={(_, { value }) => list.search(value)}
        />
      </div>
    </>
  );
}

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  title: { margin: "0px" },
  quiet: { color: tokens.colorNeutralForeground3 },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `0px ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
  },
  views: { minWidth: 0, maxWidth: "100%", flexWrap: "wrap", marginLeft: "-8px" },
  search: { width: "280px", maxWidth: "100%", "@media (max-width: 560px)": { width: "100%" } },
});
