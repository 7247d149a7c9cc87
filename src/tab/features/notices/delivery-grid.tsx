import { Button, Field, Select } from "@fluentui/react-components";
import { useMemo } from "react";
import { useLocation } from "wouter";
import type { Deliveries } from "#contract/notice-deliveries.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { type GridColumn, RecordGrid } from "../../components/record-grid.tsx";
import { useFormat } from "../../components/use-format.ts";
import { WholeTime } from "../../components/whole-time.tsx";
import { AboutLink, aboutText } from "./about-link.tsx";
import { type DeliveryFilter, filterRoute } from "./delivery-filter.ts";
import { useDeliveryTexts } from "./delivery-texts.ts";
import { useNoticesStyles } from "./notices.styles.ts";
import { recipientColumn } from "./recipient-column.tsx";

type Row = Deliveries["deliveries"][number];

/** Every notice with its fate, narrowed by round, kind and state; the choice stands in the address. */
export function DeliveryGrid({
  deliveries,
  filter,
}: {
  readonly deliveries: readonly Row[];
  readonly filter: DeliveryFilter;
}) {
  const texts = useDeliveryTexts();
  const styles = useNoticesStyles();
  const columns = useDeliveryColumns();
  const [, navigate] = useLocation();
  const shown = useMemo(
    () =>
      deliveries.filter(
        ({ round, kind, state }) =>
          (filter.round === "" || round?.key === filter.round) &&
          (filter.kind === "" || kind === filter.kind) &&
          (filter.state === "" || state === filter.state),
      ),
    [deliveries, filter.round, filter.kind, filter.state],
  );
  const rounds = new Map(deliveries.flatMap(({ round }) => (round === undefined ? [] : [[round.key, round.name]])));
  const kinds = new Map(deliveries.map(({ kind }) => [kind, texts.kinds[kind] ?? texts.otherKind]));
  const states = new Map(deliveries.map(({ state }) => [state, texts.states[state] ?? state]));
  const choose = (change: Partial<DeliveryFilter>): void => {
    navigate(filterRoute({ ...filter, ...change }), { replace: true });
  };
  return (
    <>
      <div className={styles.filters}>
        <Choice
          label={texts.round}
          all={texts.allRounds}
          value={filter.round}
          options={rounds}
          onChoose={(round) => choose({ round })}
        />
        <Choice
          label={texts.kind}
          all={texts.allKinds}
          value={filter.kind}
          options={kinds}
          onChoose={(kind) => choose({ kind })}
        />
        <Choice
          label={texts.state}
          all={texts.allStates}
          value={filter.state}
          options={states}
          onChoose={(state) => choose({ state })}
        />
      </div>
      {shown.length === 0 ? (
        <div className={styles.none}>
          <EmptyState
            text={texts.nothing}
            next={texts.nothingNext}
            action={<Button onClick={() => choose({ round: "", kind: "", state: "" })}>{texts.showAll}</Button>}
          />
        </div>
      ) : (
        <RecordGrid label={texts.sent} rows={shown} columns={columns} shared />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: ReadonlyMap<string | undefined, string | undefined>;
  readonly onChoose: (value: string) => void;
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select
        value={value}
        onChange={(_, { value: chosen }) => {
          onChoose(chosen);
        }}
      >
        <option value="">{all}</option>
        {[...options].map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function useDeliveryColumns(): readonly GridColumn<Row>[] {
  const texts = useDeliveryTexts();
  const format = useFormat();
  const styles = useNoticesStyles();
  return useMemo(() => {
    const kind = (row: Row): string => texts.kinds[row.kind] ?? texts.otherKind;
    const state = (row: Row): string =>
      row.state === "expired" && row.answeredAt !== undefined
        ? texts.wasAnswered
        : (texts.states[row.state] ?? row.state);
    const done = ({ answeredAt }: Row): string =>
      answeredAt === undefined ? texts.noAnswer : format.instant(answeredAt);
    const seen = ({ seenAt }: Row): string => (seenAt === undefined ? texts.noAnswer : format.instant(seenAt));
    return [
      recipientColumn(texts.to, 17, styles.person),
      { id: "kind", label: texts.kind, width: 15, find: kind, sortBy: kind, cell: kind },
      {
        id: "about",
        label: texts.about,
        width: 20,
        find: aboutText,
        sortBy: aboutText,
        cell: (row) => <AboutLink about={row} />,
      },
      { id: "state", label: texts.state, width: 16, find: state, sortBy: state, cell: state },
      {
        id: "at",
        label: texts.when,
        width: 18,
        sortBy: ({ at }) => at,
        cell: ({ at }) => <WholeTime text={format.instant(at)} />,
      },
      {
        id: "seen",
        label: texts.seen,
        width: 18,
        sortBy: ({ seenAt }) => seenAt ?? "",
        cell: (row) => <WholeTime text={seen(row)} />,
      },
      {
        id: "done",
        label: texts.done,
        width: 18,
        sortBy: ({ answeredAt }) => answeredAt ?? "",
        cell: (row) => <WholeTime text={done(row)} />,
      },
    ];
  }, [texts, format, styles]);
}
