import { Link, mergeClasses } from "@fluentui/react-components";
import { useIntakeStyles } from "./intake.styles.ts";
import type { TextPiece } from "./intake-places.ts";
import { useIntakeTexts } from "./intake-texts.ts";

interface IntakeTextProps {
  readonly pieces: readonly TextPiece[];
  /** The field whose place is shown. */
  readonly shown: string | undefined;
  readonly onPress: (field: string) => void;
}

/** The element of a piece, so that a value can lead to its place. */
export function pieceIdOf(start: number): string {
  return `intake-at-${start}`;
}

/** What is pasted often begins with empty lines; shown they are a hole. */
function withoutEmptyLines(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/u, "");
}

/** The pasted text as it is, with the place of every value marked; a press on a place leads to its value. */
export function IntakeText({ pieces, shown, onPress }: IntakeTextProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  return (
    <section className={styles.text} aria-label={words.marked}>
      {/* What the agenda says is Danish whoever reads it. */}
      <div lang="da">
        {pieces.map(({ start, text, field, isPressed }) => {
          const isShown = field !== undefined && field === shown;
          if (field === undefined || !isPressed) {
            return (
              <span
                key={start}
                id={pieceIdOf(start)}
                className={mergeClasses(field !== undefined && styles.tint, isShown && styles.shown)}
              >
                {start === 0 ? withoutEmptyLines(text) : text}
              </span>
            );
          }
          return (
            <Link
              key={start}
              id={pieceIdOf(start)}
              inline
              as="span"
              className={mergeClasses(styles.mark, isShown && styles.shown)}
              onClick={() => {
                onPress(field);
              }}
            >
              {text}
            </Link>
          );
        })}
      </div>
    </section>
  );
}
