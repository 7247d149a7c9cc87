import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
} from "@fluentui/react-components";
import {
  ArrowSortDownRegular,
  ArrowSortUpRegular,
  ChevronDownRegular,
  FilterDismissRegular,
  FilterRegular,
} from "@fluentui/react-icons";
import { useState } from "react";
import type { SortKey } from "./caml-query.ts";
import { useGridStyles } from "./grid-styles.ts";
import type { Column, FieldKind } from "./list-model.ts";
import { usePage } from "./page-context.ts";
import type { PageTexts } from "./texts.ts";

export interface HeadingActions {
  readonly sort: SortKey | undefined;
  readonly onSort: (key: SortKey) => void;
  /** Texts to filter by; read when the menu opens. */
  readonly choicesOf: (column: Column) => readonly string[];
  readonly filters: ReadonlyMap<string, readonly string[]>;
  readonly onFilter: (field: string, texts: readonly string[]) => void;
}

export interface HeaderCellProps extends HeadingActions {
  readonly column: Column;
  readonly place: string;
  readonly tabIndex: 0 | -1;
}

/** So many values can be chosen from a heading; SharePoint offers no more either. */
const mostChoices = 200;

/** A heading and its menu: sort, and filter by what stands in the column. */
export function HeaderCell({ column, sort, place, tabIndex, ...actions }: HeaderCellProps): React.JSX.Element {
  const grid = useGridStyles();
  const { texts } = usePage();
  const active = sort?.field === column.name ? sort : undefined;
  const direction = active?.descending === true ? "descending" : "ascending";
  const chosen = actions.filters.get(column.name) ?? [];
  return (
    // Its button is its label; the rule does not look into the menu's trigger.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <th
      scope="col"
      className={mergeClasses(grid.header, column.kind === "number" && grid.right)}
      aria-sort={active === undefined ? undefined : direction}
    >
      <Menu
        positioning="below-start"
        checkedValues={{ sort: active === undefined ? [] : [direction], filter: [...chosen] }}
        onCheckedValueChange={(_, { name, checkedItems }) => {
          if (name === "filter") actions.onFilter(column.name, checkedItems);
          else actions.onSort({ field: column.name, descending: checkedItems.includes("descending") });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <button
            type="button"
            className={grid.heading}
            title={column.description || undefined}
            data-place={place}
            tabIndex={tabIndex}
          >
            <span className={grid.clip}>{column.title}</span>
            {active !== undefined &&
              (active.descending ? <ArrowSortDownRegular aria-hidden /> : <ArrowSortUpRegular aria-hidden />)}
            {chosen.length > 0 && <FilterRegular aria-label={texts.filtered} />}
            <ChevronDownRegular aria-hidden fontSize={12} />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <HeadingMenu column={column} {...actions} />
        </MenuPopover>
      </Menu>
    </th>
  );
}

function HeadingMenu({
  column,
  choicesOf,
  filters,
  onFilter,
}: Omit<HeadingActions, "sort" | "onSort"> & { column: Column }) {
  const styles = useStyles();
  const { texts } = usePage();
  // What can be chosen stays while the menu is open, whatever is filtered away meanwhile.
  const [choices] = useState(() => choicesOf(column).slice(0, mostChoices));
  const [up, down] = sortWords(column.kind, texts);
  return (
    <MenuList className={styles.menu}>
      <MenuItemRadio name="sort" value="ascending">
        {up}
      </MenuItemRadio>
      <MenuItemRadio name="sort" value="descending">
        {down}
      </MenuItemRadio>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{texts.filterBy(column.title)}</MenuGroupHeader>
        {choices.map((text) => (
          <MenuItemCheckbox key={text} name="filter" value={text}>
            {text === "" ? texts.empty : text}
          </MenuItemCheckbox>
        ))}
      </MenuGroup>
      {filters.has(column.name) && (
        <MenuItem icon={<FilterDismissRegular />} onClick={() => onFilter(column.name, [])}>
          {texts.clearFilter}
        </MenuItem>
      )}
    </MenuList>
  );
}

function sortWords(kind: FieldKind, texts: PageTexts): readonly [string, string] {
  if (kind === "number") return [texts.smallestFirst, texts.largestFirst];
  return kind === "date" || kind === "date-time" ? [texts.oldestFirst, texts.newestFirst] : [texts.fromA, texts.toA];
}

const useStyles = makeStyles({ menu: { maxHeight: "60vh", maxWidth: "340px", overflowY: "auto" } });
