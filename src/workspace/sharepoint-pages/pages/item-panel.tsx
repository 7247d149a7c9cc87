import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  Link,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { ItemDetails, titleOf } from "./item-details.tsx";
import type { Row } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import type { ViewContext } from "./view-rows.ts";

export interface ItemPanelProps {
  readonly data: ListData;
  readonly row: Row;
  readonly context: ViewContext;
  /** The item's own page. */
  readonly href: string;
  readonly onClose: () => void;
}

/** An item beside its list. */
export function ItemPanel({ data, row, context, href, onClose }: ItemPanelProps): React.JSX.Element {
  const styles = useStyles();
  const { texts } = usePage();
  return (
    <OverlayDrawer open position="end" className={styles.drawer} onOpenChange={(_, { open }) => !open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: "h2" }}
          action={<Button appearance="subtle" icon={<DismissRegular />} aria-label={texts.close} onClick={onClose} />}
        >
          {titleOf(row, texts)}
        </DrawerHeaderTitle>
        <Link href={href}>{texts.openPage}</Link>
      </DrawerHeader>
      <DrawerBody>
        <ItemDetails data={data} itemId={row.id} context={context} />
      </DrawerBody>
    </OverlayDrawer>
  );
}

const useStyles = makeStyles({ drawer: { width: "520px", maxWidth: "100vw", paddingBottom: tokens.spacingVerticalL } });
