import { Button, Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { PoolView } from "#contract/pools.ts";
import { usePoolTexts } from "./pool-texts.ts";
import { idOf, type RoundForm } from "./round-form.ts";
import { noPeople, type RoundPeopleValues } from "./round-values.ts";

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  group: { display: "flex", flexDirection: "column", margin: 0, padding: 0, border: "none", minWidth: 0 },
  legend: { padding: "0 0 4px" },
  wrong: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "16px 12px",
    alignItems: "start",
    "@media (max-width: 480px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});

interface RoundPeopleProps {
  readonly form: RoundForm;
  readonly view: PoolView;
}

/** Who reviews and who decides: as in a round that was, with their names, or chosen one by one. */
export function RoundPeople({ form, view }: RoundPeopleProps) {
  const like = view.likeRounds ?? [];
  return (
    <>
      {like.length === 0 ? null : <LikeRound form={form} like={like} />}
      {form.values.people === undefined ? null : <Named form={form} view={view} people={form.values.people} />}
    </>
  );
}

/** The choice of a round that was; who has left is named, and their places are to be filled. */
function LikeRound({ form, like }: { readonly form: RoundForm; readonly like: NonNullable<PoolView["likeRounds"]> }) {
  const styles = useStyles();
  const { round: words } = usePoolTexts();
  const { values, set } = form;
  const chosen = like.find(({ key }) => key === values.likeRoundKey);
  const isWrong = form.isWrong("likeRoundKey");
  return (
    <>
      <Field
        label={words.like}
        required
        validationState={isWrong ? "error" : "none"}
        validationMessage={isWrong ? words.choose : null}
      >
        <Select
          id={idOf("likeRoundKey")}
          value={values.likeRoundKey}
          onChange={(_, { value }) => {
            const next = like.find(({ key }) => key === value);
            set({ likeRoundKey: value, people: next === undefined ? noPeople : peopleToChoose(next) });
          }}
        >
          {like.map(({ key, name, poolTitle }) => (
            <option key={key} value={key}>
              {`${name} (${poolTitle})`}
            </option>
          ))}
          <option value="">{words.chooseSelf}</option>
        </Select>
      </Field>
      {chosen === undefined || values.people !== undefined ? null : (
        <p className={styles.quiet}>{words.people(chosen.reviewers.join(", "), chosen.chair, chosen.deputy)}</p>
      )}
      {chosen === undefined || chosen.gone.length === 0 ? null : (
        <p className={styles.quiet}>{words.gone(chosen.gone.join(", "))}</p>
      )}
      {chosen === undefined || values.people !== undefined ? null : (
        <div>
          <Button
            onClick={() => {
              set({ people: asIn(chosen) });
            }}
          >
            {words.chooseOthers}
          </Button>
        </div>
      )}
    </>
  );
}

/** Undefined while everybody of the round is still here: then nobody has to be chosen. */
export function peopleToChoose(
  like: NonNullable<PoolView["likeRounds"]>[number] | undefined,
): RoundPeopleValues | undefined {
  if (like === undefined) return noPeople;
  return like.gone.length === 0 ? undefined : asIn(like);
}

/** Those of a round who are still here, as what is chosen. */
function asIn({ people }: NonNullable<PoolView["likeRounds"]>[number]): RoundPeopleValues {
  const { reviewerKeys, substituteKey = "", chairKey = "", deputyKey = "" } = people;
  return { reviewerKeys, substituteKey, chairKey, deputyKey };
}

function Named({ form, view, people }: RoundPeopleProps & { readonly people: RoundPeopleValues }) {
  const styles = useStyles();
  const { round: words } = usePoolTexts();
  const { reviewers, substitutes, chairs, deputies } = view.roundPeople ?? nobody;
  const change = (next: Partial<RoundPeopleValues>): void => {
    form.set({ people: { ...people, ...next } });
  };
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.reviewers(view.minimumReviewers)}</legend>
        {reviewers.length === 0 ? <p className={styles.quiet}>{words.noReviewers}</p> : null}
        {reviewers.map(({ key, name, title }, index) => (
          <Checkbox
            key={key}
            {...(index === 0 ? { id: idOf("people") } : {})}
            label={title === "" ? name : `${name}, ${title}`}
            checked={people.reviewerKeys.includes(key)}
            onChange={(_, { checked }) => {
              const others = people.reviewerKeys.filter((each) => each !== key);
              change({ reviewerKeys: checked === true ? [...others, key] : others });
            }}
          />
        ))}
        {form.isWrong("people") && people.reviewerKeys.length < view.minimumReviewers ? (
          <span role="alert" className={styles.wrong}>
            {words.tooFew(view.minimumReviewers)}
          </span>
        ) : null}
      </fieldset>
      <div className={styles.pair}>
        <PersonChoice
          label={words.chair}
          people={chairs}
          value={people.chairKey}
          isWrong={form.isWrong("people") && people.chairKey === ""}
          onChange={(chairKey) => {
            change({ chairKey });
          }}
        />
        <PersonChoice
          label={words.deputy}
          people={deputies}
          value={people.deputyKey}
          isWrong={form.isWrong("people") && people.deputyKey === ""}
          onChange={(deputyKey) => {
            change({ deputyKey });
          }}
        />
        <PersonChoice
          label={words.substitute}
          people={substitutes}
          value={people.substituteKey}
          isOptional
          onChange={(substituteKey) => {
            change({ substituteKey });
          }}
        />
      </div>
    </>
  );
}

const nobody: NonNullable<PoolView["roundPeople"]> = { reviewers: [], substitutes: [], chairs: [], deputies: [] };

interface PersonChoiceProps {
  readonly label: string;
  readonly people: NonNullable<PoolView["roundPeople"]>["chairs"];
  readonly value: string;
  readonly isWrong?: boolean;
  readonly isOptional?: boolean;
  readonly onChange: (key: string) => void;
}

function PersonChoice({ label, people, value, isWrong = false, isOptional = false, onChange }: PersonChoiceProps) {
  const { round: words } = usePoolTexts();
  return (
    <Field
      label={label}
      required={!isOptional}
      hint={people.length === 0 && !isOptional ? words.noHolder : null}
      validationState={isWrong ? "error" : "none"}
      validationMessage={isWrong ? words.choosePerson : null}
    >
      <Select
        value={value}
        onChange={(_, choice) => {
          onChange(choice.value);
        }}
      >
        <option value="">{isOptional ? words.nobody : words.choosePerson}</option>
        {people.map(({ key, name, title }) => (
          <option key={key} value={key}>
            {title === "" ? name : `${name}, ${title}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
