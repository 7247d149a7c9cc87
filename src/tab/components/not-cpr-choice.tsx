import { Checkbox } from "@fluentui/react-components";

interface NotCprChoiceProps {
  readonly label: string;
  /** What the service said at the text, by code. */
  readonly said: string | undefined;
  readonly checked: boolean;
  readonly onChange: (notCpr: boolean) => void;
}

/** Says of what looks like a CPR number that it is none; there only once the service has asked. */
export function NotCprChoice({ label, said, checked, onChange }: NotCprChoiceProps) {
  if (said !== "cpr" && !checked) return null;
  return (
    <Checkbox
      label={label}
      checked={checked}
      onChange={(_, data) => {
        onChange(data.checked === true);
      }}
    />
  );
}
