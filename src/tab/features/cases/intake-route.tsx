import { Section } from "../../components/section.tsx";
import { useCaseTexts } from "./case-texts.ts";
import { useIntakeStyles } from "./intake.styles.ts";
import { type IntakePartProps, isMade, Tick, TypedText } from "./intake-part.tsx";
import { useIntakeTexts } from "./intake-texts.ts";

/** The way through the bodies, as it is written. */
export function IntakeRoute({ part }: IntakePartProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const { routeForm } = useCaseTexts();
  const { route } = part.values;
  const unknown = part.reading.notes.find(({ kind }) => kind === "unknown-body");
  const isLocked = isMade(part, "route");
  return (
    <Section title={words.route}>
      <div className={styles.fields}>
        <TypedText
          part={part}
          field="route"
          label={words.route}
          value={route.text}
          hint={unknown === undefined ? routeForm.hint : words.unknownBody(unknown.written)}
          wrong={routeForm.empty}
          isLocked={isLocked}
          onChange={(text) => {
            part.set({ route: { text, isTicked: text.trim() !== "" } });
          }}
        />
        <Tick
          label={words.makeRoute}
          isTicked={route.isTicked}
          isLocked={isLocked}
          onChange={(isTicked) => {
            part.set({ route: { ...route, isTicked } });
          }}
        />
      </div>
    </Section>
  );
}
