import { mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { MarkedText } from "./marked-text.tsx";
import { useSearchStyles } from "./search.styles.ts";
import { optionId, type SearchOption } from "./search-options.ts";
import { useWords } from "./words.ts";

interface SearchListProps {
  readonly id: string;
  readonly options: readonly SearchOption[];
  /** The line Enter takes; -1 while none is chosen. */
  readonly active: number;
  readonly typed: string;
  readonly onTake: (option: SearchOption) => void;
}

/** What was found, best first, with what was typed marked in it. */
export function SearchList({ id, options, active, typed, onTake }: SearchListProps) {
  const styles = useSearchStyles();
  const words = useWords();
  const line = useRef<HTMLDivElement>(null);
  const current = options[active]?.id;
  useEffect(() => {
    if (current !== undefined) line.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    // The combobox pattern: a list of HTML's own would take the focus from the field.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} role="listbox" aria-label={words.list} className={styles.list} hidden={options.length === 0}>
      {options.map((option, index) => (
        // The keys are the field's, which has the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={option.id}
          id={optionId(id, index)}
          ref={index === active ? line : undefined}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={mergeClasses(styles.option, index === active && styles.active)}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onTake(option);
          }}
        >
          <span className={styles.words}>
            <span>
              <MarkedText text={option.title} typed={typed} />
            </span>
            {option.detail === "" ? null : (
              <span className={styles.detail}>
                <MarkedText text={option.detail} typed={typed} />
              </span>
            )}
          </span>
          <span className={styles.kind}>{words.kind[option.kind]}</span>
        </div>
      ))}
    </div>
  );
}
