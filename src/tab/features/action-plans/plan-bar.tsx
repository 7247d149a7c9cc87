import { Button, Checkbox, Field, Input, mergeClasses, Select } from "@fluentui/react-components";
import { BoardRegular } from "@fluentui/react-icons/svg/board";
import { GanttChartRegular } from "@fluentui/react-icons/svg/gantt-chart";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { useId, useState } from "react";
import type { ActionPlan, ActionRow } from "#contract/action-plans.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import { hrefOf } from "../../components/routes.ts";
import { usePlanStyles } from "./plan.styles.ts";
import { noFilter, type PlanFilter, type PlanView, planRoute, planViews, replaceRoute } from "./plan-address.ts";
import { usePlanTexts } from "./plan-texts.ts";

interface PlanBarProps {
  readonly plan: ActionPlan;
  readonly rows: readonly ActionRow[];
  readonly view: PlanView;
  readonly filter: PlanFilter;
  readonly shown: number;
}

const icons = { table: TableRegular, board: BoardRegular, timeline: GanttChartRegular } as const;

/** The three views as links, and the filters; both stand in the address. */
export function PlanBar({ plan, rows, view, filter, shown }: PlanBarProps) {
  const styles = usePlanStyles();
  const words = usePlanTexts();
  return (
    <div className={styles.bar}>
      <nav aria-label={words.views}>
        <ul className={styles.views}>
          {planViews.map((each) => {
            const Icon = icons[each];
            return (
              <li key={each}>
                <a
                  className={mergeClasses(styles.view, each === view && styles.chosen)}
                  href={hrefOf(planRoute(each, filter))}
                  aria-current={each === view ? "page" : undefined}
                >
                  <Icon aria-hidden fontSize={20} />
                  {words.view[each]}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <PlanFilters plan={plan} rows={rows} view={view} filter={filter} shown={shown} />
    </div>
  );
}

type Choice = readonly [value: string, text: string];
type ChosenBy = Exclude<keyof PlanFilter, "mine" | "search">;

function PlanFilters({ plan, rows, view, filter, shown }: PlanBarProps) {
  const styles = usePlanStyles();
  const words = usePlanTexts();
  const set = (change: Partial<PlanFilter>): void => {
    replaceRoute(planRoute(view, { ...filter, ...change }));
  };
  const selects: readonly (readonly [ChosenBy, string, string, readonly Choice[]])[] = [
    ["area", words.area, words.allAreas, plan.areas.map(({ number, name }) => [String(number), `${number}. ${name}`])],
    ["status", words.statusLabel, words.allStatuses, Object.entries(words.status)],
    ["light", words.lightLabel, words.allLights, [...Object.entries(words.light), ["none", words.noLight]]],
    ["centre", words.centre, words.allCentres, named(rows.map((row) => [row.centreKey, row.centreName]))],
    [
      "owner",
      words.owner,
      words.allOwners,
      named(rows.flatMap(({ owner }) => (owner === undefined ? [] : [[owner.key, owner.name] as const]))),
    ],
  ];
  const isFiltered = planRoute(view, filter) !== planRoute(view, noFilter);
  const [open, setOpen] = useState(false);
  const id = useId();
  const chosen = selects.filter(([name]) => filter[name] !== "").length;
  const folded = open ? undefined : styles.folded;
  return (
    <fieldset className={styles.filters}>
      <legend className={styles.legend}>{words.filters}</legend>
      <div className={styles.fields} id={id}>
        <Field label={words.search}>
          <Input
            type="search"
            value={filter.search}
            onChange={(_, { value }) => {
              set({ search: value });
            }}
          />
        </Field>
        {selects.map(([name, label, all, choices]) => (
          <Field key={name} label={label} className={folded}>
            <Select
              value={filter[name]}
              onChange={(_, { value }) => {
                set({ [name]: value });
              }}
            >
              <option value="">{all}</option>
              {choices.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <div className={styles.more}>
        <Button
          size="small"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? words.hideFilters : words.showFilters(chosen)}
        </Button>
        <Checkbox
          label={words.mine}
          checked={filter.mine}
          onChange={(_, { checked }) => {
            set({ mine: checked === true });
          }}
        />
        {isFiltered ? (
          <Button
            size="small"
            onClick={() => {
              set(noFilter);
            }}
          >
            {words.clear}
          </Button>
        ) : null}
        <output className={styles.shown}>{words.shown(shown, rows.length)}</output>
      </div>
    </fieldset>
  );
}

/** Each once, by name. */
function named(pairs: readonly Choice[]): readonly Choice[] {
  return [...new Map(pairs)].toSorted(([, a], [, b]) => compareDanish(a, b));
}
