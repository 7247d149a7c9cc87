import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular, EditRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { DeleteItem } from "./delete-item.tsx";
import { ItemDetails } from "./item-details.tsx";
import { ItemForm } from "./item-form.tsx";
import { titleOf } from "./item-title.ts";
import type { Row } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import type { Saved } from "./use-grid-edit.ts";
import type { ViewContext } from "./view-rows.ts";

export interface ItemPanelProps {
  readonly data: ListData;
  /** Undefined for a new item. */
  readonly row: Row | undefined;
  /** Somebody has deleted it meanwhile. */
  readonly isGone: boolean;
  readonly context: ViewContext;
  /** The item's own page. */
  readonly href: string | undefined;
  readonly onSaved: Saved;
  readonly onDeleted: (id: string) => void;
  /** The list is to be read anew. */
  readonly onLook: () => void;
  readonly onClose: () => void;
}

/** An item beside its list: shown, edited, or new. */
export function ItemPanel(props: ItemPanelProps): React.JSX.Element {
  const { data, row, isGone, context, href, onSaved, onClose } = props;
  const styles = useStyles();
  const { texts } = usePage();
  const [editing, setEditing] = useState<Row>();
  const isForm = row === undefined || editing !== undefined;
  return (
    <OverlayDrawer open position="end" className={styles.drawer} onOpenChange={(_, { open }) => !open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: "h2" }}
          action={<Button appearance="subtle" icon={<DismissRegular />} aria-label={texts.close} onClick={onClose} />}
        >
          {row === undefined ? texts.newItem : titleOf(row, texts)}
        </DrawerHeaderTitle>
        {href !== undefined && !isGone && <Link href={href}>{texts.openPage}</Link>}
        {isGone && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{isForm ? texts.goneWhileTyping : texts.goneMeanwhile}</MessageBarBody>
          </MessageBar>
        )}
      </DrawerHeader>
      <DrawerBody>
        {isForm ? (
          <ItemForm
            data={data}
            row={editing}
            isGone={isGone}
            onLook={props.onLook}
            onSaved={(saved, before, fields) => {
              onSaved(saved, before, fields);
              if (row === undefined) onClose();
              else setEditing(undefined);
            }}
            onCancel={row === undefined ? onClose : () => setEditing(undefined)}
          />
        ) : (
          // A row that was written anew is read anew.
          <ItemDetails
            key={row.etag}
            data={data}
            itemId={row.id}
            context={context}
            action={(whole) =>
              !isGone && (
                <div className={styles.actions}>
                  {data.rights.change && (
                    <Button icon={<EditRegular />} onClick={() => setEditing(whole)}>
                      {texts.edit}
                    </Button>
                  )}
                  {data.rights.remove && <DeleteItem data={data} row={whole} onDeleted={props.onDeleted} />}
                </div>
              )
            }
          />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

const useStyles = makeStyles({
  drawer: { width: "520px", maxWidth: "100vw", paddingBottom: tokens.spacingVerticalL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
