/** A condition of a view on one column. `today` compares with the day the view is opened. */
export interface ViewCondition {
  readonly column: string;
  readonly is: "equal" | "not-equal" | "before" | "from" | "empty" | "filled" | "below" | "above";
  readonly value?: string | number | boolean | { readonly todayPlusDays: number };
}

/** What a view looks like when it is no grid: a card for each row, in the buckets of a choice or on the days of a month. */
export type ViewLayout =
  | { readonly kind: "board"; readonly column: string }
  | {
      readonly kind: "calendar";
      readonly start: string;
      readonly end: string;
      readonly title: string;
      readonly subtitle: string;
    };

/** A view managers can choose in SharePoint. */
export interface ListView {
  /** Danish name in the view menu. */
  readonly name: string;
  /** Internal column names in order; Title becomes the link to the row. */
  readonly columns: readonly string[];
  readonly orderBy?: readonly { readonly column: string; readonly descending?: boolean }[];
  /** At most two. */
  readonly groupBy?: readonly string[];
  /** All must hold. */
  readonly where?: readonly ViewCondition[];
  readonly isDefault?: boolean;
  readonly rowLimit?: number;
  readonly layout?: ViewLayout;
  /** Row or board formatting as SharePoint's view formatter JSON. */
  readonly formatter?: Readonly<Record<string, unknown>>;
}

/** Column formatter JSON by internal column name. */
export type ListFormatting = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
