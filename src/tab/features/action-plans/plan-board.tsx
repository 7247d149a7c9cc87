import { mergeClasses } from "@fluentui/react-components";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { type ActionItemView, type ActionRow, actionItemSchema } from "#contract/action-plans.ts";
import { actionStatuses } from "#domain/action-plans/action-item.ts";
import { needsReason } from "#domain/action-plans/action-status.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextDialog } from "../../components/text-dialog.tsx";
import { useBoardStyles } from "./board.styles.ts";
import { BoardCard } from "./board-card.tsx";
import { usePlanTexts } from "./plan-texts.ts";
import { useMoves } from "./use-moves.ts";

type Status = ActionRow["status"];

/** The items as cards under their status: dragged, or moved with the card's menu and the arrow keys. */
export function PlanBoard({ rows }: { readonly rows: readonly ActionRow[] }) {
  const styles = useBoardStyles();
  const words = usePlanTexts();
  const moves = useMoves();
  const [held, setHeld] = useState<ActionRow>();
  const [asked, setAsked] = useState<{ readonly row: ActionRow; readonly status: Status }>();
  const [said, setSaid] = useState("");
  const board = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState<string>();
  const place = rows.find(({ key }) => key === following)?.status;

  // A card that was moved by keyboard is drawn anew in its column: the focus goes along.
  useEffect(() => {
    if (following === undefined) return;
    board.current?.querySelector<HTMLElement>(`[data-move="${following}"]`)?.focus();
  }, [following, place]);

  const move = (row: ActionRow, status: Status): void => {
    if (row.status === status) return;
    if (!row.nextStatuses.includes(status)) {
      setSaid(words.mayNotMove(row.title, words.status[status]));
      return;
    }
    setSaid("");
    setFollowing(row.key);
    if (needsReason(status)) setAsked({ row, status });
    else moves.giveStatus(row, status);
  };

  return (
    <>
      {moves.problem === undefined ? null : <ProblemNote problem={moves.problem} />}
      <output className={styles.said}>{said}</output>
      <div className={styles.board} ref={board} style={widths(rows)}>
        {actionStatuses.map((status) => {
          const cards = rows.filter((row) => row.status === status);
          return (
            <BoardColumn
              key={status}
              status={status}
              cards={cards}
              takes={held?.nextStatuses.includes(status) === true}
              busyKey={moves.busyKey}
              onHold={setHeld}
              onMove={move}
              onDrop={() => {
                if (held) move(held, status);
                setHeld(undefined);
              }}
            />
          );
        })}
      </div>
      {asked === undefined ? null : (
        <WhyDialog
          {...asked}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}

/** A column without cards gives its room to the others: long words stand whole in them. */
function widths(rows: readonly ActionRow[]): CSSProperties {
  const columns = actionStatuses.map((status) =>
    rows.some((row) => row.status === status) ? "minmax(176px, 2fr)" : "minmax(104px, 1fr)",
  );
  return { ["--columns" as string]: columns.join(" ") };
}

interface BoardColumnProps {
  readonly status: Status;
  readonly cards: readonly ActionRow[];
  /** The card that is being dragged may be let go here. */
  readonly takes: boolean;
  readonly busyKey: string | undefined;
  readonly onHold: (row: ActionRow | undefined) => void;
  readonly onMove: (row: ActionRow, status: Status) => void;
  readonly onDrop: () => void;
}

function BoardColumn({ status, cards, takes, busyKey, onHold, onMove, onDrop }: BoardColumnProps) {
  const styles = useBoardStyles();
  const words = usePlanTexts();
  return (
    // Dragging is one way of three: the menu and the arrow keys stand on each card.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={`${words.status[status]}: ${words.items(cards.length)}`}
      className={mergeClasses(styles.column, takes && styles.takes)}
      onDragOver={(event) => {
        if (takes) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <h2 className={styles.columnTitle}>
        {words.status[status]} <span className={styles.count}>{cards.length}</span>
      </h2>
      {cards.length === 0 ? <p className={styles.none}>{words.columnEmpty}</p> : null}
      <ul className={styles.cards}>
        {cards.map((row) => (
          <BoardCard
            key={row.key}
            row={row}
            busy={busyKey === row.key}
            onHold={onHold}
            onMove={(wanted) => {
              onMove(row, wanted);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface WhyDialogProps {
  readonly row: ActionRow;
  readonly status: Status;
  readonly onClose: () => void;
}

/** A pause or a stop takes a reason along: nobody can follow up one without. */
function WhyDialog({ row, status, onClose }: WhyDialogProps) {
  const words = usePlanTexts();
  return (
    <TextDialog<ActionItemView>
      title={words.whyTitle(row.title, words.status[status])}
      text={words.whyHint}
      label={words.why[status] ?? ""}
      missing={words.whyMissing}
      confirm={words.moveTo(words.status[status])}
      done={words.moved(row.title, words.status[status])}
      request={(note) => ({
        method: "POST",
        path: `/action-items/${row.key}/report`,
        body: { status, note },
        schema: actionItemSchema,
        answers: ["action-item", row.key],
      })}
      onClose={onClose}
    />
  );
}
