import { Button, Field, Input, mergeClasses, Select } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { useState } from "react";
import type { LikePool } from "#contract/pools.ts";
import { useNewPoolStyles } from "./new-pool.styles.ts";
import { type NewPoolForm, poolFieldId, useFieldState } from "./new-pool-field.tsx";
import { useNewPoolTexts } from "./new-pool-texts.ts";
import { type CriterionValues, weightSum } from "./new-pool-values.ts";

/** As many as the service takes. */
const MOST = 10;

interface CriteriaFieldsProps {
  readonly form: NewPoolForm;
  readonly like: readonly LikePool[];
}

/** How applications are judged: begun with an earlier pool's criteria or a proposal, and changed until it fits. */
export function CriteriaFields({ form, like }: CriteriaFieldsProps) {
  const styles = useNewPoolStyles();
  const words = useNewPoolTexts();
  const state = useFieldState(form)("minimumReviewers");
  const { judging, setJudging } = form;
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{like.length > 1 ? words.fixed : words.proposal}</p>
      {like.length > 1 ? <LikeChoice form={form} like={like} /> : null}
      <Field className={styles.short} label={words.reviewers} required {...state}>
        <Input
          id={poolFieldId("minimumReviewers")}
          value={judging.reviewers}
          inputMode="numeric"
          autoComplete="off"
          onChange={(_, { value }) => setJudging({ reviewers: value })}
        />
      </Field>
      {judging.criteria.map((criterion, index) => (
        <Criterion key={criterion.id} form={form} criterion={criterion} index={index} />
      ))}
      <CriteriaFoot form={form} />
    </div>
  );
}

function LikeChoice({ form, like }: CriteriaFieldsProps) {
  const words = useNewPoolTexts();
  return (
    <Field label={words.like}>
      <Select value={form.values.likeKey} onChange={(_, { value }) => form.set({ likeKey: value })}>
        {like.map(({ key, number, title }) => (
          <option key={key} value={key}>
            {title === "" ? words.likeProposal : `${title} (${number})`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What the weights are together, told as they change, and one more criterion. */
function CriteriaFoot({ form }: { readonly form: NewPoolForm }) {
  const styles = useNewPoolStyles();
  const words = useNewPoolTexts();
  const { judging, setJudging } = form;
  const sum = weightSum(judging);
  const add = (): void => {
    const id = crypto.randomUUID();
    const anchors = ["", "", "", "", ""];
    setJudging({ criteria: [...judging.criteria, { id, name: "", weight: "", anchors }] });
    requestAnimationFrame(() => {
      document.getElementById(poolFieldId(`criteria.${judging.criteria.length}.name`))?.focus();
    });
  };
  return (
    <div className={styles.foot}>
      <output
        id={poolFieldId("criteria")}
        tabIndex={-1}
        className={mergeClasses(styles.sum, sum !== 100 && styles.wrong)}
      >
        {sum === 100 ? words.sum(sum) : words.sumWrong(sum)}
      </output>
      {judging.criteria.length < MOST ? (
        <Button icon={<AddRegular />} onClick={add}>
          {words.add}
        </Button>
      ) : null}
    </div>
  );
}

interface CriterionProps {
  readonly form: NewPoolForm;
  readonly criterion: CriterionValues;
  readonly index: number;
}

/** One criterion: name, weight, and what each step means, folded away until it is looked at or lacks something. */
function Criterion({ form, criterion, index }: CriterionProps) {
  const styles = useNewPoolStyles();
  const words = useNewPoolTexts();
  const stateOf = useFieldState(form);
  const { judging, setJudging, problems } = form;
  const at = `criteria.${index}`;
  const isNew = criterion.anchors.every((anchor) => anchor === "");
  const [isUnfolded, setUnfolded] = useState(isNew);
  const isOpen = isUnfolded || problems.some(({ field }) => field.startsWith(`${at}.anchors.`));
  const change = (part: Partial<CriterionValues>): void => {
    setJudging({ criteria: judging.criteria.map((each) => (each.id === criterion.id ? { ...each, ...part } : each)) });
  };
  const heading = words.criterion(index + 1);
  return (
    <fieldset className={styles.criterion} aria-label={heading}>
      <Field label={`${heading}: ${words.criterionName.toLowerCase()}`} required {...stateOf(`${at}.name`)}>
        <Input
          id={poolFieldId(`${at}.name`)}
          value={criterion.name}
          autoComplete="off"
          onChange={(_, { value }) => change({ name: value })}
        />
      </Field>
      <Field label={words.weight} required {...stateOf(`${at}.weight`)}>
        <Input
          id={poolFieldId(`${at}.weight`)}
          value={criterion.weight}
          inputMode="numeric"
          autoComplete="off"
          onChange={(_, { value }) => change({ weight: value })}
        />
      </Field>
      <Button
        className={styles.remove}
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.remove(criterion.name, index + 1)}
        disabled={judging.criteria.length === 1}
        onClick={() => {
          setJudging({ criteria: judging.criteria.filter(({ id }) => id !== criterion.id) });
          document.getElementById(poolFieldId("criteria"))?.focus();
        }}
      />
      <Button
        className={styles.steps}
        appearance="transparent"
        size="small"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        onClick={() => setUnfolded(!isOpen)}
      >
        {words.anchors}
      </Button>
      {isOpen ? (
        <div className={styles.anchors}>
          {criterion.anchors.map((anchor, step) => (
            <Field
              key={words.anchor(step + 1)}
              label={words.anchor(step + 1)}
              required
              {...stateOf(`${at}.anchors.${step}`)}
            >
              <Input
                id={poolFieldId(`${at}.anchors.${step}`)}
                value={anchor}
                autoComplete="off"
                onChange={(_, { value }) => {
                  change({ anchors: criterion.anchors.map((each, other) => (other === step ? value : each)) });
                }}
              />
            </Field>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
