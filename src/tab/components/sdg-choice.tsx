import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTexts } from "../texts/texts-context.ts";
import { sdgColors } from "./sdg-colors.ts";

const useStyles = makeStyles({
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: "2px" },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: "0 0 8px" },
  chips: { display: "flex", flexWrap: "wrap", gap: "8px" },
  chip: {
    display: "inline-flex",
    alignItems: "center",
    gap: "8px",
    minHeight: "32px",
    "@media (pointer: coarse)": { minHeight: "44px" },
    padding: "4px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    textAlign: "left",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: { forcedColorAdjust: "none", fontWeight: tokens.fontWeightSemibold },
  dot: { width: "12px", height: "12px", borderRadius: "2px", forcedColorAdjust: "none", flexShrink: 0 },
});

interface SdgChoiceProps {
  readonly label: string;
  readonly hint: string;
  /** Numbers of the goals, ascending. */
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
  readonly readOnly?: boolean;
  readonly id?: string;
}

/** The seventeen goals as switches; a chosen one takes its own colour, with the text colour that can be read on it. */
export function SdgChoice({ label, hint, chosen, onChange, readOnly = false, id }: SdgChoiceProps) {
  const styles = useStyles();
  const { words } = useTexts();
  return (
    <fieldset className={styles.group} {...(id === undefined ? {} : { id })} tabIndex={-1}>
      <legend className={styles.legend}>{label}</legend>
      <p className={styles.hint}>{hint}</p>
      <div className={styles.chips}>
        {sdgColors.map(([backgroundColor, color], index) => {
          const sdg = index + 1;
          const isChosen = chosen.includes(sdg);
          return (
            <button
              key={sdg}
              type="button"
              aria-pressed={isChosen}
              disabled={readOnly}
              className={mergeClasses(styles.chip, isChosen && styles.chosen)}
              style={isChosen ? { backgroundColor, color, borderColor: backgroundColor } : undefined}
              onClick={() => {
                const others = chosen.filter((other) => other !== sdg);
                onChange(isChosen ? others : [...others, sdg].toSorted((a, b) => a - b));
              }}
            >
              {isChosen ? (
                <span aria-hidden>✓</span>
              ) : (
                <span className={styles.dot} style={{ backgroundColor }} aria-hidden />
              )}
              {`${sdg} ${words.sdgs[index] ?? ""}`}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
