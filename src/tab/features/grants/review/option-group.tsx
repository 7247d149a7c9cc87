import { mergeClasses } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useReviewStyles } from "./review.styles.ts";

/** One choice of a group. */
export interface Option<T> {
  readonly value: T;
  readonly text: string;
  /** What is read aloud, where the text alone says too little. */
  readonly label?: string;
}

interface OptionGroupProps<T> {
  readonly id: string;
  readonly legend: ReactNode;
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
  /** Chosen by its digit: who types on wants the next group. */
  readonly onDigit?: ((value: T) => void) | undefined;
  readonly className: string;
  readonly readOnly: boolean;
  readonly error: string | undefined;
  readonly children?: ReactNode;
}

/** Radio buttons shown as a row of keys: arrows as always, digits choose by number. */
export function OptionGroup<T extends string | number>(props: OptionGroupProps<T>) {
  const { id, legend, options, value, onChoose, onDigit, className, readOnly, error, children } = props;
  const styles = useReviewStyles();
  const name = useId();
  const errorId = useId();
  const choose = (chosen: T): void => {
    if (!readOnly) onChoose(chosen);
  };
  const byDigit = (event: KeyboardEvent): void => {
    const option = options.find((each) => String(each.value) === event.key);
    if (!option || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(option.value);
    if (!readOnly) onDigit?.(option.value);
  };
  return (
    <fieldset id={id} className={styles.group} aria-describedby={error === undefined ? undefined : errorId}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={className}>
        {options.map((option) => (
          <label key={option.value} className={mergeClasses(styles.option, value === option.value && styles.chosen)}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={option.value}
              checked={value === option.value}
              aria-label={option.label}
              disabled={readOnly}
              onKeyDown={byDigit}
              onChange={() => {
                choose(option.value);
              }}
            />
            <span aria-hidden={option.label !== undefined}>{option.text}</span>
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <p className={styles.error} id={errorId}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}
