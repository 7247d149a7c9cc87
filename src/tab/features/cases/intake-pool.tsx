import { Field, Select } from "@fluentui/react-components";
import { CriteriaList } from "../../components/criteria-list.tsx";
import { Section } from "../../components/section.tsx";
import { useFormat } from "../../components/use-format.ts";
import { useIntakeStyles } from "./intake.styles.ts";
import { fieldIdOf, type IntakePartProps, isMade, Placed, Tick, TypedText, useIntakeWrong } from "./intake-part.tsx";
import { useIntakeTexts } from "./intake-texts.ts";
import type { IntakePoolValues } from "./intake-values.ts";

/** The pool the text asks money for: what it says of it to be completed and made, or only read by who makes no pools. */
export function IntakePool({ part }: IntakePartProps) {
  const words = useIntakeTexts();
  const { pool } = part.reading;
  if (pool === undefined) return null;
  return (
    <Section title={words.pool}>
      {part.values.pool === undefined ? <PoolFacts part={part} /> : <PoolForm part={part} pool={part.values.pool} />}
    </Section>
  );
}

/** What the text says, to be read: the pool is made by the secretariat. */
function PoolFacts({ part }: IntakePartProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const format = useFormat();
  const { pool } = part.reading;
  const said: readonly (readonly [field: string, label: string, value: string | undefined])[] = [
    ["pool.title", words.poolTitle, pool?.title?.value],
    ["pool.amount", words.poolAmount, pool?.amount && format.kr(pool.amount.value)],
    ["pool.year", words.poolYear, pool?.year && String(pool.year.value)],
    ["pool.purpose", words.poolPurpose, pool?.purpose?.value],
    ["pool.eligibility", words.poolEligibility, pool?.eligibility?.value],
  ];
  return (
    <div className={styles.fields}>
      {said.map(([field, label, value]) => (
        <Said key={field} part={part} field={field} label={label} value={value} />
      ))}
      <PoolRounds part={part} />
      <p className={styles.quiet}>{words.poolHint}</p>
    </div>
  );
}

interface SaidProps extends IntakePartProps {
  readonly field: string;
  readonly label: string;
  readonly value: string | undefined;
}

function Said({ part, field, label, value }: SaidProps) {
  const styles = useIntakeStyles();
  return (
    <Placed part={part} field={field} label={label}>
      <p className={styles.plain} id={fieldIdOf(field)} tabIndex={-1}>
        {value === undefined ? label : `${label}: ${value}`}
      </p>
    </Placed>
  );
}

/** The rounds the text names: they are opened once the pool is released, and shown so that nobody forgets them. */
function PoolRounds({ part }: IntakePartProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const format = useFormat();
  const rounds = part.reading.pool?.rounds ?? [];
  if (rounds.length === 0) return null;
  return (
    <>
      {rounds.map(({ label, frame }, index) => {
        const name = words.poolRound(label.value);
        return (
          <Said key={name} part={part} field={`pool.rounds.${index}`} label={name} value={format.kr(frame.value)} />
        );
      })}
      <p className={styles.quiet}>{words.poolRoundsLater}</p>
    </>
  );
}

interface PoolProps extends IntakePartProps {
  readonly pool: IntakePoolValues;
}

/** What a pool needs before it can be made; what the text does not say is empty, and typed by a person. */
function PoolForm({ part, pool }: PoolProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const isLocked = isMade(part, "pool");
  const change = (next: Partial<IntakePoolValues>): void => {
    part.set({ pool: { ...pool, ...next } });
  };
  const text = (name: PoolText, label: string, more: PoolTextLook = {}) => (
    <TypedText
      part={part}
      field={`pool.${name}`}
      label={label}
      value={pool[name]}
      required={pool.isTicked}
      isLocked={isLocked}
      onChange={(value) => {
        change({ [name]: value });
      }}
      {...more}
    />
  );
  return (
    <div className={styles.fields}>
      {text("number", words.poolNumber, { hint: words.poolNumberHint })}
      {text("title", words.poolTitle)}
      {text("amount", words.poolAmount, { wrong: words.poolAmountWrong })}
      {text("year", words.poolYear, { wrong: words.poolYearWrong })}
      {text("plan", words.poolPlan, { hint: words.poolPlanHint })}
      {text("project", words.poolProject, { hint: words.poolProjectHint })}
      {text("purpose", words.poolPurpose, { isLong: true })}
      {text("eligibility", words.poolEligibility)}
      <PoolRounds part={part} />
      <LikeChoice part={part} pool={pool} change={change} isLocked={isLocked} />
      <Tick
        label={words.makePool}
        isTicked={pool.isTicked}
        isLocked={isLocked || part.reading.poolMaking?.isRequired === true}
        onChange={(isTicked) => {
          change({ isTicked });
        }}
      />
      <p className={styles.quiet}>{words.makePoolHint}</p>
    </div>
  );
}

interface PoolTextLook {
  readonly hint?: string;
  readonly wrong?: string;
  readonly isLong?: boolean;
}

type PoolText = Exclude<keyof IntakePoolValues, "isTicked" | "likePoolKey">;

interface LikeProps extends PoolProps {
  readonly change: (next: Partial<IntakePoolValues>) => void;
  readonly isLocked: boolean;
}

/** No case text says how applications are judged: it is taken over from a pool that is there, or from a proposal, and shown. */
function LikeChoice({ part, pool, change, isLocked }: LikeProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const field = "pool.likePoolKey";
  const state = useIntakeWrong(part)(field, field, words.choosePool);
  const like = part.reading.poolMaking?.like ?? [];
  const chosen = like.find(({ key }) => key === pool.likePoolKey);
  return (
    <div className={styles.group}>
      <Field label={words.poolLike} hint={words.poolLikeHint} required={pool.isTicked} {...state}>
        <Select
          id={fieldIdOf(field)}
          value={pool.likePoolKey}
          disabled={isLocked}
          onChange={(_, { value }) => {
            change({ likePoolKey: value });
          }}
        >
          <option value="">{words.choosePool}</option>
          {like.map(({ key, number, title }) => (
            <option key={key} value={key}>
              {title === "" ? words.poolLikeProposal : `${title} (${number})`}
            </option>
          ))}
        </Select>
      </Field>
      {chosen === undefined ? null : (
        <>
          <CriteriaList criteria={chosen.criteria} />
          <p className={styles.quiet}>{words.poolReviewers(chosen.minimumReviewers)}</p>
        </>
      )}
    </div>
  );
}
