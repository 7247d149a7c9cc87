import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useCallback, useMemo, useState } from "react";
import { ItemDetails } from "./item-details.tsx";
import { ItemForm } from "./item-form.tsx";
import { titleOf } from "./item-title.ts";
import type { Row } from "./list-model.ts";
import { loadItem, loadList, loadSite } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { Loading, Refused } from "./page-states.tsx";
import { useLoaded } from "./use-loaded.ts";
import type { ViewContext } from "./view-rows.ts";

/** An item on a page of its own, as links to it lead here. */
export function ItemPage({ listPath, itemId }: { listPath: string; itemId: string }): React.JSX.Element {
  const styles = useStyles();
  const { config, reader, texts, link, style, now } = usePage();
  const load = useCallback(async () => {
    const site = await loadSite(reader, config.siteHost, config.site?.path ?? "");
    const data = await loadList(reader, site, listPath);
    return { data, row: await loadItem(reader, data, itemId) };
  }, [reader, config, listPath, itemId]);
  const { state, retry } = useLoaded(load);
  const [editing, setEditing] = useState<Row>();
  const columns = state.status === "ready" ? state.value.data.columns : undefined;
  const me = config.persona.displayName;
  const context = useMemo<ViewContext>(
    () => ({ columns: columns ?? new Map(), style, now, me }),
    [columns, style, now, me],
  );
  if (state.status === "loading") return <Loading />;
  if (state.status === "refused") return <Refused refusal={state.refusal} retry={retry} />;
  const { data, row } = state.value;
  return (
    <div className={styles.page}>
      <Link href={link(data.list.path)}>
        {texts.backToList} {data.list.title}
      </Link>
      <Text as="h1" size={600} weight="semibold" className={styles.title}>
        {titleOf(row, texts)}
      </Text>
      {editing === undefined ? (
        <ItemDetails
          data={data}
          itemId={itemId}
          context={context}
          action={(whole) =>
            data.rights.change && (
              <Button icon={<EditRegular />} onClick={() => setEditing(whole)}>
                {texts.edit}
              </Button>
            )
          }
        />
      ) : (
        <ItemForm
          data={data}
          row={editing}
          onSaved={() => {
            setEditing(undefined);
            retry();
          }}
          onCancel={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "760px",
    margin: "0px auto",
    padding: tokens.spacingHorizontalXL,
  },
  title: { margin: "0px" },
});
