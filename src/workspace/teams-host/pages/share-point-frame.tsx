import type { HostData, Persona } from "./host-data.ts";
import type { HostState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";

/** SharePoint's own pages, as the pane's person sees them. */
export function SharePointFrame({
  data,
  persona,
  state,
}: {
  readonly data: HostData;
  readonly persona: Persona;
  readonly state: HostState;
}): React.JSX.Element {
  const styles = usePaneStyles();
  const texts = useTexts();
  const query = new URLSearchParams({ persona: persona.userName, theme: state.theme, lang: state.locale });
  const address = `${data.configuration.origins.sharePoint}/?${query}`;
  return (
    <iframe
      key={persona.id}
      className={styles.frame}
      title={`${texts.sharePoint}: ${persona.displayName}`}
      src={address}
    />
  );
}
