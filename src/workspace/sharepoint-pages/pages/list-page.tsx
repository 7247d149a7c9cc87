import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { csvName, csvOf } from "./csv-export.ts";
import { ItemPanel } from "./item-panel.tsx";
import { titleOf, viewTitle } from "./item-title.ts";
import { ListBody } from "./list-body.tsx";
import { ListCommands } from "./list-commands.tsx";
import { ListHead } from "./list-head.tsx";
import type { Row } from "./list-model.ts";
import { ListNotices } from "./list-notices.tsx";
import { type ListData, loadList, loadSite } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { Loading, Refused } from "./page-states.tsx";
import { saveFile } from "./save-file.ts";
import { saveItem } from "./save-item.ts";
import { useGoneCell } from "./use-gone-cell.ts";
import { type Saved, useGridEdit } from "./use-grid-edit.ts";
import { useListView } from "./use-list-view.ts";
import { useLoaded } from "./use-loaded.ts";
import { useNotices } from "./use-notices.ts";
import { useOpened } from "./use-opened.ts";
import { useRows } from "./use-rows.ts";

/** A list or library with its views. `fileName`: an address that named a file of it. */
export function ListPage({
  listPath,
  fileName,
}: {
  listPath: string;
  fileName: string | undefined;
}): React.JSX.Element {
  const { reader, config } = usePage();
  const load = useCallback(async () => {
    const site = await loadSite(reader, config.siteHost, config.site?.path ?? "");
    return loadList(reader, site, listPath);
  }, [reader, config, listPath]);
  const { state, retry } = useLoaded(load);
  if (state.status === "loading") return <Loading />;
  if (state.status === "refused") return <Refused refusal={state.refusal} retry={retry} />;
  return <OpenList data={state.value} startWords={fileName ?? ""} />;
}

function OpenList({ data, startWords }: { data: ListData; startWords: string }): React.JSX.Element {
  const styles = useStyles();
  const { link, config, reader, style, texts, now } = usePage();
  const told = useNotices(data);
  const live = useRows(data, told.changed);
  const { opened, open, openNew, close } = useOpened(live);
  const [editing, setEditing] = useState(false);
  const list = useListView(data, live.rows, startWords);
  const onSaved: Saved = (row, before, fields = []) => {
    if (before !== undefined) told.wrote(before, row, fields);
    live.take(row);
  };
  const edit = useGridEdit(data, onSaved);
  useGoneCell(edit, live, told.note);
  if (live.refusal !== undefined && live.rows.length === 0)
    return <Refused refusal={live.refusal} retry={live.retry} />;
  if (list === undefined) return <Loading />;
  const itemHref = (row: Row): string => link(`${data.list.path}/DispForm.aspx`, { ID: row.id });
  const beside = opened?.kind === "item" ? opened.row : undefined;
  const move = async (row: Row, field: string, bucket: string): Promise<void> => {
    const result = await saveItem({ reader, data, style }, row, new Map([[field, bucket]]));
    if (result.kind === "saved") return onSaved(result.row, row, [field]);
    if (result.kind === "conflict") live.take(result.current);
    const text = result.kind === "refused" ? texts.trouble[result.why] : texts.movedMeanwhile;
    told.note({ key: `move ${row.id}`, title: titleOf(row, texts), text });
  };
  const isGrid = list.view.layout === undefined;
  return (
    <div className={styles.page}>
      <ListHead data={data} list={list} />
      <ListCommands
        rights={data.rights}
        editing={editing && isGrid}
        isGrid={isGrid}
        format={list.view.format}
        onNew={openNew}
        onEdit={setEditing}
        onExport={() =>
          saveFile(
            csvName(data.list.title, viewTitle(list.view, texts), now, style),
            csvOf(list.columns, list.rows, style),
          )
        }
      />
      <ListNotices notices={told.notices} reachable={live.reachable} onDismiss={told.dismiss} />
      <ListBody
        data={data}
        list={list}
        live={live}
        edit={editing ? edit : undefined}
        onMove={data.rights.change ? (row, field, bucket) => void move(row, field, bucket) : undefined}
        onOpen={open}
        itemHref={itemHref}
      />
      {edit.conflict !== undefined && <ConflictDialog conflict={edit.conflict} />}
      {opened !== undefined && (
        <ItemPanel
          key={config.persona.id}
          data={data}
          row={beside}
          isGone={opened.kind === "item" && opened.isGone}
          context={list.context}
          href={beside === undefined ? undefined : itemHref(beside)}
          onSaved={onSaved}
          onDeleted={(id) => {
            close();
            live.drop(id);
          }}
          onLook={live.retry}
          onClose={close}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});
