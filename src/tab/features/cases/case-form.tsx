import { Checkbox, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation } from "wouter";
import { type CaseFieldsRequest, type CaseView, caseSchema } from "#contract/cases.ts";
import { readCaseNumber } from "#domain/cases/case-number.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { routes } from "../../components/routes.ts";
import { useToast } from "../../components/toasts.ts";
import { useCaseTexts } from "./case-texts.ts";
import { useCaseStyles } from "./cases.styles.ts";

interface CaseFormProps {
  /** The case to edit; without it a new one is begun. */
  readonly view?: CaseView;
  readonly onClose: () => void;
}

/** What was typed and not saved, by case: a dialog that was closed by mistake opens with it again. */
const unsaved = new Map<string, CaseFieldsRequest>();

const ids = { title: "case-title", number: "case-number" } as const;

const empty: CaseFieldsRequest = {
  number: "",
  title: "",
  openness: "open",
  alternativeTitle: "",
  closedReason: "",
  statement: "",
  policyContext: "",
  financialConsequences: "",
  isFinancial: false,
  recommendedByRole: "",
  points: [],
  attachments: [],
};

/** Writes what a case says, new or as it stands. */
export function CaseForm({ view, onClose }: CaseFormProps) {
  const words = useCaseTexts();
  const toast = useToast();
  const [, go] = useLocation();
  const command = useCommand<CaseView>();
  const place = view?.key ?? "new";
  const [fields, setFields] = useState<CaseFieldsRequest>(() => unsaved.get(place) ?? fieldsOf(view));
  const [pressed, setPressed] = useState(false);
  const [programmeKey, setProgrammeKey] = useState(view?.programme?.key);
  const [competentBodyKey, setCompetentBodyKey] = useState(view?.competentBodyKey ?? "last");
  const set = (change: Partial<CaseFieldsRequest>): void => {
    const next = { ...fields, ...change };
    unsaved.set(place, next);
    setFields(next);
  };
  const save = (): void => {
    setPressed(true);
    const wrong = fields.title.trim() === "" ? ids.title : readCaseNumber(fields.number).ok ? undefined : ids.number;
    if (wrong !== undefined) {
      // The button stands far below the field that says what is wrong.
      document.getElementById(wrong)?.focus();
      return;
    }
    const target =
      view === undefined
        ? ({ method: "POST", path: "/cases" } as const)
        : ({ method: "PUT", path: `/cases/${view.key}`, answers: ["case", view.key] } as const);
    const more = view === undefined ? { programmeKey } : { programmeKey, competentBodyKey };
    command.mutate(
      { ...target, body: { fields, ...more }, schema: caseSchema },
      {
        onSuccess: ({ key }) => {
          unsaved.delete(place);
          toast({ text: view === undefined ? words.form.created : words.form.saved });
          onClose();
          if (view === undefined) go(routes.case(key));
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={view === undefined ? words.form.newTitle : words.form.editTitle}
      confirm={view === undefined ? words.create : words.save}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={save}
    >
      <CaseFields fields={fields} set={set} pressed={pressed} />
      <ProgrammeField
        programmes={view?.programmes ?? []}
        value={programmeKey}
        isFree={view?.programme === undefined}
        set={setProgrammeKey}
      />
      {view === undefined ? null : <CompetenceField view={view} value={competentBodyKey} set={setCompetentBodyKey} />}
    </ConfirmDialog>
  );
}

function fieldsOf(view: CaseView | undefined): CaseFieldsRequest {
  if (view === undefined) return empty;
  const { number, title, openness, alternativeTitle, closedReason, statement, policyContext } = view;
  const { financialConsequences, isFinancial, recommendedByRole, points, attachments } = view;
  const texts = { number, title, openness, alternativeTitle, closedReason, statement, policyContext };
  return {
    ...texts,
    financialConsequences,
    isFinancial,
    recommendedByRole,
    points: points.map(({ text }) => text),
    attachments,
  };
}

interface ProgrammeFieldProps {
  readonly programmes: NonNullable<CaseView["programmes"]>;
  readonly value: string | undefined;
  /** Whether the case names none yet: then none is a choice. */
  readonly isFree: boolean;
  readonly set: (key: string | undefined) => void;
}

/** The programme whose text the case is about: its versions follow what is decided (001-03). */
function ProgrammeField({ programmes, value, isFree, set }: ProgrammeFieldProps) {
  const { form } = useCaseTexts();
  if (programmes.length === 0) return null;
  return (
    <Field label={form.programme} hint={form.programmeHint}>
      <Select
        value={value ?? ""}
        onChange={(_, { value: key }) => {
          set(key === "" ? undefined : key);
        }}
      >
        {isFree ? <option value="">{form.noProgramme}</option> : null}
        {programmes.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface CompetenceFieldProps {
  readonly view: CaseView;
  /** A body's key, or "last" for the last of the route. */
  readonly value: string;
  readonly set: (value: string) => void;
}

/**
 * Who decides finally (004-09). Of a pool's own case it is the council and no choice; once a body has decided it
 * stands.
 */
function CompetenceField({ view, value, set }: CompetenceFieldProps) {
  const { form, competence } = useCaseTexts();
  if (view.pool !== undefined) return null;
  const isDecided = view.steps.some(({ kind, decisions }) => kind === "body" && decisions.length > 0);
  return (
    <Field label={competence} hint={isDecided ? form.competenceStands : form.competenceHint}>
      <Select
        value={value}
        disabled={isDecided}
        onChange={(_, { value: key }) => {
          set(key);
        }}
      >
        <option value="last">{form.competenceLast}</option>
        {view.bodies.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface CaseFieldsProps {
  readonly fields: CaseFieldsRequest;
  readonly set: (change: Partial<CaseFieldsRequest>) => void;
  readonly pressed: boolean;
}

function CaseFields({ fields, set, pressed }: CaseFieldsProps) {
  const styles = useCaseStyles();
  const { form, sections } = useCaseTexts();
  const isUntitled = pressed && fields.title.trim() === "";
  return (
    <div className={styles.fields}>
      <Field
        label={form.title}
        required
        validationState={isUntitled ? "error" : "none"}
        validationMessage={isUntitled ? form.required : null}
      >
        <Input
          id={ids.title}
          value={fields.title}
          onChange={(_, { value }) => {
            set({ title: value });
          }}
        />
      </Field>
      <NumberField fields={fields} set={set} pressed={pressed} />
      <LongField label={sections.statement} name="statement" fields={fields} set={set} />
      <LongField label={sections.policyContext} name="policyContext" fields={fields} set={set} />
      <Checkbox
        label={form.isFinancial}
        checked={fields.isFinancial}
        onChange={(_, { checked }) => {
          set({ isFinancial: checked === true });
        }}
      />
      <LongField label={sections.financialConsequences} name="financialConsequences" fields={fields} set={set} />
      <Field label={form.role} hint={form.roleHint}>
        <Input
          value={fields.recommendedByRole}
          onChange={(_, { value }) => {
            set({ recommendedByRole: value });
          }}
        />
      </Field>
      <Field label={form.points} hint={form.pointsHint}>
        <Textarea
          rows={3}
          resize="vertical"
          value={fields.points.join("\n")}
          onChange={(_, { value }) => {
            set({ points: value.split("\n") });
          }}
        />
      </Field>
      <ClosedFields fields={fields} set={set} />
    </div>
  );
}

/** An almost-number is never taken for one; the number that was probably meant stands at the field (B5). */
function NumberField({ fields, set, pressed }: CaseFieldsProps) {
  const { form, number: label } = useCaseTexts();
  const number = readCaseNumber(fields.number);
  const proposal = number.ok ? undefined : number.refusal.proposal;
  const wrong = proposal === undefined ? form.numberWrong : form.numberMeant(proposal);
  return (
    <Field
      label={label}
      hint={form.numberHint}
      validationState={number.ok ? "none" : pressed ? "error" : "warning"}
      validationMessage={number.ok ? null : wrong}
    >
      <Input
        id={ids.number}
        value={fields.number}
        onChange={(_, { value }) => {
          set({ number: value });
        }}
      />
    </Field>
  );
}

/** A closed case says why, and what others see instead of its title. */
function ClosedFields({ fields, set }: Omit<CaseFieldsProps, "pressed">) {
  const { form, alternativeTitle, closedReason } = useCaseTexts();
  const isClosed = fields.openness === "closed";
  return (
    <>
      <Checkbox
        label={form.isClosed}
        checked={isClosed}
        onChange={(_, { checked }) => {
          set({ openness: checked === true ? "closed" : "open" });
        }}
      />
      {isClosed ? (
        <>
          <LongField label={alternativeTitle} name="alternativeTitle" fields={fields} set={set} />
          <LongField label={closedReason} name="closedReason" fields={fields} set={set} />
        </>
      ) : null}
    </>
  );
}

interface LongFieldProps extends Omit<CaseFieldsProps, "pressed"> {
  readonly label: string;
  readonly name: "statement" | "policyContext" | "financialConsequences" | "alternativeTitle" | "closedReason";
}

function LongField({ label, name, fields, set }: LongFieldProps) {
  return (
    <Field label={label}>
      <Textarea
        rows={3}
        resize="vertical"
        value={fields[name]}
        onChange={(_, { value }) => {
          set({ [name]: value });
        }}
      />
    </Field>
  );
}
