import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { type HostState, locales, themes } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import type { HostActions } from "./use-host-state.ts";

const languageNames = { "da-DK": "Dansk", "en-GB": "English" } as const;

/** Theme and language of the shell; tabs and chat are told. */
export function ViewControls({
  state,
  actions,
}: {
  readonly state: HostState;
  readonly actions: HostActions;
}): React.JSX.Element {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.controls}>
      <Field label={texts.theme}>
        <RadioGroup
          value={state.theme}
          onChange={(_event, { value }) => actions.setTheme(themes.find((theme) => theme === value) ?? "default")}
        >
          {themes.map((theme) => (
            <Radio key={theme} value={theme} label={texts.themes[theme]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={texts.language}>
        <RadioGroup
          value={state.locale}
          onChange={(_event, { value }) => actions.setLocale(locales.find((locale) => locale === value) ?? "da-DK")}
        >
          {locales.map((locale) => (
            <Radio key={locale} value={locale} label={<span lang={locale}>{languageNames[locale]}</span>} />
          ))}
        </RadioGroup>
      </Field>
    </div>
  );
}

const useStyles = makeStyles({ controls: { display: "grid", rowGap: tokens.spacingVerticalM } });
