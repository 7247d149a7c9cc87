import { Link, mergeClasses } from "@fluentui/react-components";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { ActionRow } from "#contract/action-plans.ts";
import { hrefOf, routes } from "../../components/routes.ts";
import { useFormat } from "../../components/use-format.ts";
import { usePlanTexts } from "./plan-texts.ts";
import { useTimelineStyles } from "./timeline.styles.ts";
import { percent } from "./timeline-head.tsx";
import { barOf, type Grip, isSamePeriod, movedByDays, movedByKey, placeOf, type Scale } from "./timeline-scale.ts";
import type { Period } from "./use-moves.ts";

/** The last pixels of a bar take hold of its last day alone. */
const GRIP_PX = 12;
/** A hand that trembles has not moved a bar. */
const STILL_PX = 4;

interface TimelineRowProps {
  readonly row: ActionRow;
  readonly scale: Scale;
  readonly today: number;
  /** Where the bar has been moved to without being saved. */
  readonly proposed: Period | undefined;
  /** Where it is to stand once the service has answered. */
  readonly target: Period | undefined;
  readonly onPropose: (to: Period) => void;
  readonly onSave: (to: Period) => void;
  readonly onCancel: () => void;
  /** The dates are to be written. */
  readonly onDates: () => void;
}

/** One item with its bar and milestones. */
export function TimelineRow(props: TimelineRowProps) {
  const { row, scale, today } = props;
  const styles = useTimelineStyles();
  const words = usePlanTexts();
  const { date } = useFormat();
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        {/* Danish, whatever the page is in: browsers hyphenate by it. */}
        <Link lang="da" href={hrefOf(routes.actionItem(row.key))}>
          {row.title}
        </Link>
      </div>
      <div className={styles.track}>
        <span className={styles.today} style={{ left: percent(today) }} aria-hidden />
        <Bar {...props} />
        {row.milestones.map(({ key, title, due, doneOn }) => (
          <span
            key={key}
            aria-hidden
            title={words.timeline.milestone(title, date(due))}
            className={mergeClasses(styles.diamond, doneOn === undefined && styles.open)}
            style={{ left: percent(placeOf(scale, due)) }}
          />
        ))}
      </div>
    </li>
  );
}

/** Where the pointer took hold of the bar. */
interface Hold {
  readonly x: number;
  readonly trackPx: number;
  readonly grip: Grip;
  readonly from: Period;
}

function Bar({ row, scale, proposed, target, onPropose, onSave, onCancel, onDates }: TimelineRowProps) {
  const styles = useTimelineStyles();
  const words = usePlanTexts();
  const { date } = useFormat();
  const hold = useRef<Hold>(undefined);
  const dragged = useRef<Period>(undefined);
  const period = proposed ?? target ?? row;
  const bar = barOf(scale, period);
  const place = { left: percent(bar.at), width: percent(bar.width) };
  const label = [
    words.timeline.bar(row.title, date(period.from), date(period.to), words.status[row.status]),
    ...row.milestones.map(({ title, due }) => words.timeline.milestone(title, date(due))),
  ].join(". ");
  const look = mergeClasses(
    styles.bar,
    row.status === "running" && styles.running,
    row.may.report && styles.movable,
    proposed !== undefined && styles.proposed,
    target !== undefined && styles.busy,
  );
  if (!row.may.report) {
    return (
      <span className={look} style={place}>
        <span className={styles.unseen}>{label}</span>
        <span aria-hidden className={styles.barText}>
          {words.status[row.status]}
        </span>
      </span>
    );
  }
  const press = (event: KeyboardEvent): void => {
    const moved = movedByKey(period, event.key, event.shiftKey);
    if (moved !== undefined) onPropose(moved);
    else if (event.key === "Escape" && proposed !== undefined) onCancel();
    else if (event.key === "Enter" && proposed !== undefined) onSave(proposed);
    else return;
    event.preventDefault();
  };
  const take = (event: PointerEvent<HTMLElement>): void => {
    const { currentTarget, clientX, pointerId, button } = event;
    if (button !== 0) return;
    const grip = currentTarget.getBoundingClientRect().right - clientX < GRIP_PX ? "end" : "whole";
    const trackPx = currentTarget.parentElement?.clientWidth ?? 0;
    hold.current = { x: clientX, trackPx, grip, from: period };
    dragged.current = undefined;
    currentTarget.setPointerCapture(pointerId);
  };
  const drag = ({ clientX }: PointerEvent): void => {
    const from = hold.current;
    if (from === undefined || from.trackPx === 0) return;
    const far = clientX - from.x;
    if (dragged.current === undefined && Math.abs(far) < STILL_PX) return;
    const days = Math.round((far / from.trackPx) * scale.days);
    dragged.current = movedByDays(from.from, days, from.grip);
    onPropose(dragged.current);
  };
  const letGo = (): void => {
    hold.current = undefined;
    if (dragged.current !== undefined) onSave(dragged.current);
  };
  return (
    <button
      type="button"
      className={look}
      style={place}
      aria-label={label}
      onKeyDown={press}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={() => {
        hold.current = undefined;
        if (dragged.current !== undefined) onCancel();
      }}
      onClick={() => {
        // A click that ends a drag opens nothing.
        const moved = dragged.current;
        dragged.current = undefined;
        if (moved === undefined || isSamePeriod(moved, row)) onDates();
      }}
    >
      <span className={styles.barText}>{words.status[row.status]}</span>
      <span className={styles.grip} aria-hidden />
    </button>
  );
}
