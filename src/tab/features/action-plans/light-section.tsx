import { makeStyles } from "@fluentui/react-components";
import type { ActionRow } from "#contract/action-plans.ts";
import { Section } from "../../components/section.tsx";
import { useLanguage } from "../../texts/texts-context.ts";
import { LightMark, reasonSentence } from "./plan-marks.tsx";
import { usePlanTexts } from "./plan-texts.ts";

const useStyles = makeStyles({
  list: { margin: "8px 0 0", paddingLeft: "20px", display: "flex", flexDirection: "column", gap: "4px" },
  text: { margin: "8px 0 0" },
});

/** The light with every reason for it, the worst first. */
export function LightSection({ item }: { readonly item: ActionRow }) {
  const styles = useStyles();
  const language = useLanguage();
  const { item: words } = usePlanTexts();
  const reasons = item.light?.reasons ?? [];
  return (
    <Section title={words.light}>
      <LightMark light={item.light} />
      {item.light === undefined ? <p className={styles.text}>{words.lightNone}</p> : null}
      {item.light !== undefined && reasons.length === 0 ? <p className={styles.text}>{words.lightGood}</p> : null}
      {reasons.length > 0 ? (
        <ul className={styles.list}>
          {reasons.map((reason) => (
            <li key={reason.kind}>
              {reason.kind === "set" ? words.lightSet(reason.reason ?? "") : reasonSentence(reason, language)}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
