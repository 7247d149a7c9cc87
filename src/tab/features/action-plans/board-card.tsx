import { Button, Link, mergeClasses } from "@fluentui/react-components";
import { ArrowMoveRegular } from "@fluentui/react-icons/svg/arrow-move";
import { type KeyboardEvent, useState } from "react";
import type { ActionRow } from "#contract/action-plans.ts";
import { actionStatuses } from "#domain/action-plans/action-item.ts";
import { hrefOf, routes } from "../../components/routes.ts";
import { useFormat } from "../../components/use-format.ts";
import { useBoardStyles } from "./board.styles.ts";
import { LightMark, OwnerCell } from "./plan-marks.tsx";
import { usePlanTexts } from "./plan-texts.ts";

type Status = ActionRow["status"];

interface BoardCardProps {
  readonly row: ActionRow;
  readonly busy: boolean;
  /** The card is dragged, or let go (undefined). */
  readonly onHold: (row: ActionRow | undefined) => void;
  readonly onMove: (status: Status) => void;
}

/** One item on the board. Who may not report on it gets a card that stays where it is. */
export function BoardCard({ row, busy, onHold, onMove }: BoardCardProps) {
  const styles = useBoardStyles();
  const format = useFormat();
  const mayMove = row.may.report && row.nextStatuses.length > 0;
  return (
    // Dragging is one way of three: the menu and its arrow keys do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={mergeClasses(styles.item, mayMove && styles.movable, busy && styles.busy)}
      draggable={mayMove && !busy}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", row.title);
        onHold(row);
      }}
      onDragEnd={() => {
        onHold(undefined);
      }}
    >
      <Link className={styles.itemTitle} href={hrefOf(routes.actionItem(row.key))} draggable={false}>
        {row.title}
      </Link>
      <LightMark light={row.light} />
      <OwnerCell row={row} />
      {row.nextMilestone === undefined ? null : (
        <span className={styles.small}>{`${row.nextMilestone.title}, ${format.date(row.nextMilestone.due)}`}</span>
      )}
      {mayMove ? <MoveMenu row={row} busy={busy} onMove={onMove} /> : null}
    </li>
  );
}

function MoveMenu({ row, busy, onMove }: Pick<BoardCardProps, "row" | "busy" | "onMove">) {
  const styles = useBoardStyles();
  const words = usePlanTexts();
  const [isOpen, setOpen] = useState(false);
  const step = (event: KeyboardEvent): void => {
    if (event.key === "Escape") setOpen(false);
    const direction = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const wanted = nearest(row, direction);
    if (wanted !== undefined && !busy) onMove(wanted);
  };
  return (
    <div className={styles.mover}>
      <Button
        size="small"
        className={styles.move}
        icon={<ArrowMoveRegular />}
        data-move={row.key}
        disabledFocusable={busy}
        aria-label={words.moveItem(row.title)}
        aria-description={words.moveHint}
        aria-expanded={isOpen}
        onKeyDown={step}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {busy ? words.moving : words.move}
      </Button>
      {isOpen ? (
        <ul className={styles.ways}>
          {row.nextStatuses.map((status) => (
            <li key={status}>
              <Button
                size="small"
                className={styles.way}
                disabledFocusable={busy}
                onClick={() => {
                  setOpen(false);
                  onMove(status);
                }}
              >
                {words.moveTo(words.status[status])}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The nearest column to that side in which the item may stand. */
function nearest({ status, nextStatuses }: ActionRow, direction: 1 | -1): Status | undefined {
  const at = actionStatuses.indexOf(status);
  const beside = actionStatuses.filter((_, index) => (direction === 1 ? index > at : index < at));
  return (direction === 1 ? beside : beside.toReversed()).find((each) => nextStatuses.includes(each));
}
