import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  MessageBar,
  MessageBarBody,
} from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { titleOf } from "./item-title.ts";
import type { Row } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { removeItem, type SaveRefusal } from "./save-item.ts";

export interface DeleteItemProps {
  readonly data: ListData;
  /** The version that goes; a later one stays. */
  readonly row: Row;
  readonly onDeleted: (id: string) => void;
}

/** Moves an item to the recycle bin once the person has said so twice. */
export function DeleteItem({ data, row, onDeleted }: DeleteItemProps): React.JSX.Element {
  const { reader, style, texts } = usePage();
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<SaveRefusal>();
  const remove = async (): Promise<void> => {
    const refused = await removeItem({ reader, data, style }, row);
    if (refused === undefined) onDeleted(row.id);
    else setRefusal(refused);
  };
  return (
    <Dialog
      open={open}
      modalType="alert"
      onOpenChange={(_, { open: opens }) => {
        setOpen(opens);
        setRefusal(undefined);
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button icon={<DeleteRegular />}>{texts.remove}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.removeTitle(titleOf(row, texts))}</DialogTitle>
          <DialogContent>
            {refusal === undefined ? (
              texts.removeText
            ) : (
              <MessageBar intent="error">
                <MessageBarBody>{texts.removeTrouble[refusal]}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void remove()}>
              {texts.remove}
            </Button>
            <DialogTrigger disableButtonEnhancement>
              <Button>{texts.cancel}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
