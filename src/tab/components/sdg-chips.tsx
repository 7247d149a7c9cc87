import { makeStyles, tokens } from "@fluentui/react-components";
import { useTexts } from "../texts/texts-context.ts";
import { sdgColors } from "./sdg-colors.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexWrap: "wrap", gap: "8px", listStyleType: "none", margin: 0, padding: 0 },
  chip: {
    padding: "2px 8px",
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    forcedColorAdjust: "none",
  },
});

/** Chosen goals in their colours, number and name. */
export function SdgChips({ sdgs }: { readonly sdgs: readonly number[] }) {
  const styles = useStyles();
  const { words } = useTexts();
  return (
    <ul className={styles.list}>
      {sdgs.map((sdg) => {
        const [backgroundColor, color] = sdgColors[sdg - 1] ?? ["#ffffff", "#000000"];
        return (
          <li key={sdg} className={styles.chip} style={{ backgroundColor, color }}>
            {`${sdg} ${words.sdgs[sdg - 1] ?? ""}`}
          </li>
        );
      })}
    </ul>
  );
}
