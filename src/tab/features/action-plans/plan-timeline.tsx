import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { ActionPlan, ActionRow } from "#contract/action-plans.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useFormat } from "../../components/use-format.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { PeriodDialog } from "./period-dialog.tsx";
import { usePlanTexts } from "./plan-texts.ts";
import { useTimelineStyles } from "./timeline.styles.ts";
import { TimelineHead } from "./timeline-head.tsx";
import { TimelineRow } from "./timeline-row.tsx";
import { isSamePeriod, placeOf, type Scale, scaleOf } from "./timeline-scale.ts";
import { type Period, useMoves } from "./use-moves.ts";

/** Width of a month at least, so that a bar of a week can still be taken hold of. */
const MONTH_PX = 44;
const NAME_PX = 260;

/** A bar that has been moved and is not saved yet; `seen` is where it stood when it was taken hold of. */
interface Proposal {
  readonly row: ActionRow;
  readonly seen: Period;
  readonly to: Period;
}

interface PlanTimelineProps {
  readonly plan: ActionPlan;
  readonly isShown: (row: ActionRow) => boolean;
}

/** The items as bars over the months: moved by mouse, by keyboard, and in a form with dates. */
export function PlanTimeline({ plan, isShown }: PlanTimelineProps) {
  const styles = useTimelineStyles();
  const { timeline } = usePlanTexts();
  const { date } = useFormat();
  const moves = useMoves();
  const [proposal, setProposal] = useState<Proposal>();
  const [dated, setDated] = useState<ActionRow>();
  const [said, setSaid] = useState("");
  const scroll = useRef<HTMLDivElement>(null);
  const rows = plan.areas.flatMap(({ items }) => items).filter(isShown);
  const scale = scaleOf(rows, plan.today);
  const today = placeOf(scale, plan.today);

  useStartAtToday(scroll, scale, today);

  const propose = (row: ActionRow, to: Period): void => {
    const seen = proposal?.row.key === row.key ? proposal.seen : { from: row.from, to: row.to };
    setProposal({ row, seen, to });
    setSaid(timeline.proposed(row.title, date(to.from), date(to.to)));
  };
  const save = (row: ActionRow, to: Period, seen: Period): void => {
    setProposal(undefined);
    setSaid("");
    if (!isSamePeriod(to, seen)) moves.moveInTime(row, to, seen);
  };
  const cancel = (): void => {
    setProposal(undefined);
    setSaid(timeline.cancelled);
  };
  const bar = (row: ActionRow): ReactNode => {
    const own = proposal?.row.key === row.key ? proposal : undefined;
    return (
      <TimelineRow
        key={row.key}
        row={row}
        scale={scale}
        today={today}
        proposed={own?.to}
        target={moves.busyKey === row.key ? moves.target : undefined}
        onPropose={(to) => {
          propose(row, to);
        }}
        onSave={(to) => {
          save(row, to, own?.seen ?? { from: row.from, to: row.to });
        }}
        onCancel={cancel}
        onDates={() => {
          setDated(row);
        }}
      />
    );
  };

  return (
    <>
      <TimelineNotes
        moves={moves}
        proposal={proposal}
        onSave={({ row, to, seen }) => {
          save(row, to, seen);
        }}
        onCancel={cancel}
      />
      {rows.some(({ may }) => may.report) ? <p className={styles.keys}>{timeline.keys}</p> : null}
      <output className={styles.keys}>{said}</output>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <section className={styles.scroll} ref={scroll} aria-label={timeline.label} tabIndex={0}>
        <div className={styles.chart} style={{ minWidth: `${NAME_PX + scale.months.length * MONTH_PX}px` }}>
          <TimelineHead scale={scale} today={today} />
          {plan.areas.map((area) => (
            <AreaBars key={area.number} area={area} isShown={isShown} bar={bar} />
          ))}
        </div>
      </section>
      {dated === undefined ? null : (
        <PeriodDialog
          row={dated}
          onSave={(to) => {
            setDated(undefined);
            save(dated, to, { from: dated.from, to: dated.to });
          }}
          onClose={() => {
            setDated(undefined);
          }}
        />
      )}
    </>
  );
}

/** Scrolls to the months around today, which are what people come for; the names stay where they are. */
function useStartAtToday(scroll: RefObject<HTMLDivElement | null>, { first, days }: Scale, today: number): void {
  useEffect(() => {
    const element = scroll.current;
    const name = element?.querySelector<HTMLElement>("[data-name]")?.offsetWidth ?? 0;
    if (element) element.scrollLeft = today * (element.scrollWidth - name) - (element.clientWidth - name) / 3;
    // Once per line of time: who has scrolled stays there while items move.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [first, days]);
}

interface TimelineNotesProps {
  readonly moves: ReturnType<typeof useMoves>;
  readonly proposal: Proposal | undefined;
  readonly onSave: (proposal: Proposal) => void;
  readonly onCancel: () => void;
}

/** What waits for an answer: a refusal, two people at the same bar, a move that is not saved. */
function TimelineNotes({ moves, proposal, onSave, onCancel }: TimelineNotesProps) {
  const { timeline } = usePlanTexts();
  const { date } = useFormat();
  const { conflict, problem } = moves;
  return (
    <>
      {problem === undefined ? null : <ProblemNote problem={problem} />}
      {conflict === undefined ? null : (
        <ConflictNote
          conflict={conflict}
          onKeep={moves.forgetConflict}
          onAgain={() => {
            moves.moveInTime(conflict.row, conflict.mine, conflict.theirs);
          }}
        />
      )}
      {proposal === undefined ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {timeline.proposed(proposal.row.title, date(proposal.to.from), date(proposal.to.to))}
          </MessageBarBody>
          <MessageBarActions>
            <Button
              appearance="primary"
              onClick={() => {
                onSave(proposal);
              }}
            >
              {timeline.save}
            </Button>
            <Button onClick={onCancel}>{timeline.cancel}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  );
}

interface AreaBarsProps {
  readonly area: ActionPlan["areas"][number];
  readonly isShown: (row: ActionRow) => boolean;
  readonly bar: (row: ActionRow) => ReactNode;
}

function AreaBars({ area, isShown, bar }: AreaBarsProps) {
  const styles = useTimelineStyles();
  const words = usePlanTexts();
  const shown = area.items.filter(isShown);
  return (
    <section aria-label={area.name}>
      <h2 className={styles.area}>
        <span className={styles.areaName}>
          {`${area.number}. ${area.name}`} <span className={styles.count}>{words.items(shown.length)}</span>
        </span>
      </h2>
      {shown.length === 0 ? (
        <p className={styles.none}>{area.items.length === 0 ? words.areaEmpty : words.areaNoneShown}</p>
      ) : (
        <ul className={styles.list}>{shown.map(bar)}</ul>
      )}
    </section>
  );
}
