import { Button, Link, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { ActionRow } from "#contract/action-plans.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { ModalFrame } from "../../components/modal-frame.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { usePlanTexts } from "./plan-texts.ts";
import { dayOf } from "./timeline-scale.ts";
import type { Period } from "./use-moves.ts";

const useStyles = makeStyles({ fields: { display: "flex", flexDirection: "column", gap: "16px" } });

interface PeriodDialogProps {
  readonly row: ActionRow;
  readonly onSave: (to: Period) => void;
  readonly onClose: () => void;
}

/** The period as dates, for whom neither mouse nor arrow keys suit. */
export function PeriodDialog({ row, onSave, onClose }: PeriodDialogProps) {
  const styles = useStyles();
  const { form, timeline } = usePlanTexts();
  const [from, setFrom] = useState(formatShortDate(dayOf(row.from)));
  const [to, setTo] = useState(formatShortDate(dayOf(row.to)));
  const [checked, setChecked] = useState(false);
  const [first, last] = [readTypedDate(from), readTypedDate(to)];
  const isBackwards = first.ok && last.ok && last.value < first.value;
  const shared = {
    checked,
    missing: form.dateMissing,
    understood: form.understood,
    example: form.dateHint,
    required: true,
  };
  return (
    <ModalFrame
      title={timeline.formTitle(row.title)}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{form.cancel}</Button>
          <Button
            appearance="primary"
            onClick={() => {
              setChecked(true);
              if (first.ok && last.ok && !isBackwards) onSave({ from: first.value, to: last.value });
            }}
          >
            {timeline.save}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TypedDateField {...shared} label={form.from} value={from} onChange={setFrom} />
        <TypedDateField
          {...shared}
          label={form.to}
          value={to}
          onChange={setTo}
          problem={checked && isBackwards ? timeline.outside : undefined}
        />
        <Link href={hrefOf(routes.actionItem(row.key))}>{timeline.open}</Link>
      </div>
    </ModalFrame>
  );
}
