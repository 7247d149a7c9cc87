import { Section } from "../../components/section.tsx";
import { useIntakeStyles } from "./intake.styles.ts";
import { fieldIdOf, type IntakePartProps, isMade, Placed, Tick, TypedDay } from "./intake-part.tsx";
import { useIntakeTexts } from "./intake-texts.ts";

/** Who is to be heard, and until when: a draft is made of it. */
export function IntakeConsultation({ part }: IntakePartProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { consultation } = part.values;
  if (consultation === undefined) {
    return (
      <Section title={words.consultation}>
        <p className={styles.quiet}>{words.notFound}</p>
      </Section>
    );
  }
  const isLocked = isMade(part, "consultation");
  const areSet = isMade(part, "parties");
  const change = (next: Partial<typeof consultation>): void => {
    part.set({ consultation: { ...consultation, ...next } });
  };
  return (
    <Section title={words.consultation}>
      <div className={styles.fields}>
        {(["sentAfter", "deadline"] as const).map((name) => (
          <TypedDay
            key={name}
            part={part}
            field={`consultation.${name}`}
            label={words[name]}
            value={consultation[name]}
            isLocked={isLocked}
            onChange={(typed) => {
              change({ [name]: typed });
            }}
          />
        ))}
        <fieldset className={styles.group} aria-label={words.parties}>
          {consultation.parties.map(({ isTicked, name }, index) => (
            <Placed key={name} part={part} field={`consultation.parties.${index}`} label={name}>
              <div id={fieldIdOf(`consultation.parties.${index}`)} tabIndex={-1}>
                <Tick
                  label={name}
                  isTicked={isTicked}
                  isLocked={areSet}
                  onChange={(next) => {
                    change({
                      parties: consultation.parties.map((each, at) =>
                        at === index ? { ...each, isTicked: next } : each,
                      ),
                    });
                  }}
                />
              </div>
            </Placed>
          ))}
        </fieldset>
        <Tick
          label={words.makeConsultation}
          isTicked={consultation.isTicked}
          isLocked={isLocked}
          onChange={(isTicked) => {
            change({ isTicked });
          }}
        />
        <p className={styles.quiet}>{words.consultationHint}</p>
      </div>
    </Section>
  );
}
