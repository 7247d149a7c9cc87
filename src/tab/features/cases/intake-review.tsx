import { Button, Link, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { CreatedFromText } from "#contract/case-intake.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { useIntakeStyles } from "./intake.styles.ts";
import { IntakeAttachments, IntakeCase, IntakePoints } from "./intake-case.tsx";
import { IntakeConsultation } from "./intake-consultation.tsx";
import { IntakeDecisions } from "./intake-decisions.tsx";
import { fieldIdOf, type IntakePart } from "./intake-part.tsx";
import { piecesOf, placesOf } from "./intake-places.ts";
import { IntakePool } from "./intake-pool.tsx";
import { IntakeRoute } from "./intake-route.tsx";
import { IntakeText, pieceIdOf } from "./intake-text.tsx";
import { useIntakeTexts } from "./intake-texts.ts";
import type { IntakeDraft, IntakeReview } from "./intake-values.ts";
import { useCreateFromText } from "./use-intake.ts";

interface ReviewProps {
  readonly draft: IntakeDraft;
  readonly review: IntakeReview;
  /** Undefined forgets text and corrections. */
  readonly keep: (next: IntakeDraft | undefined) => void;
}

/** The text beside what was read of it: each leads to the other, everything can be corrected, and one press creates. */
export function IntakeReviewing({ draft, review, keep }: ReviewProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { reading, values, made } = review;
  const [shown, setShown] = useState<string>();
  const places = useMemo(() => placesOf(reading), [reading]);
  const pieces = useMemo(() => piecesOf(draft.text, places), [draft.text, places]);
  const { create, busy, problem, isWrong, isToFix } = useCreateFromText(draft, review, keep);
  const part: IntakePart = {
    values,
    reading,
    made,
    isWrong,
    problems: problem?.fields ?? [],
    isFound: (field) => places.some((place) => place.field === field),
    set: (change) => {
      keep({ ...draft, review: { ...review, values: { ...values, ...change } } });
    },
    show: (field) => {
      setShown(field);
      const place = places.find((each) => each.field === field);
      const piece = pieces.find(({ start, text }) => place !== undefined && start + text.length > place.start);
      goTo(piece && pieceIdOf(piece.start));
    },
  };
  return (
    <>
      {made === undefined ? null : <Made made={made} />}
      <output className={styles.plain}>{words.found(places.length)}</output>
      <div className={styles.sides}>
        <IntakeText
          pieces={pieces}
          shown={shown}
          onPress={(field) => {
            setShown(field);
            goTo(fieldIdOf(field));
          }}
        />
        <div className={styles.values}>
          <IntakeCase part={part} />
          <IntakePoints part={part} />
          <IntakePool part={part} />
          <IntakeAttachments part={part} />
          <IntakeRoute part={part} />
          <IntakeDecisions part={part} />
          <IntakeConsultation part={part} />
          {isToFix ? <p role="alert">{words.fix}</p> : null}
          {problem ? <ProblemNote problem={problem} /> : null}
          <div className={styles.actions}>
            <Button appearance="primary" disabledFocusable={busy} onClick={create}>
              {busy ? words.creating : words.create}
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}

/** What of the text was made, and what was not and why. */
function Made({ made }: { readonly made: CreatedFromText }) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody role="alert">
        {words.partly}
        <ul className={styles.list}>
          {made.parts.map(({ part, index, problem }) => (
            <li key={`${part}-${index}`}>
              {problem === undefined ? words.partMade[part] : `${words.partMissing[part]} ${problem}`}
            </li>
          ))}
        </ul>
        {words.partlyNext} <Link href={hrefOf(routes.case(made.caseKey))}>{words.toCase}</Link>
      </MessageBarBody>
    </MessageBar>
  );
}

/** Shows what stands on the page and puts the focus there. */
function goTo(id: string | undefined): void {
  const element = id === undefined ? null : document.getElementById(id);
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
