import type { HostData, Persona } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";

/** SharePoint's own pages, as the pane's person sees them. */
export function SharePointFrame({
  data,
  persona,
}: {
  readonly data: HostData;
  readonly persona: Persona;
}): React.JSX.Element {
  const styles = usePaneStyles();
  const texts = useTexts();
  const address = `${data.configuration.origins.sharePoint}/?persona=${encodeURIComponent(persona.userName)}`;
  return (
    <iframe
      key={persona.id}
      className={styles.frame}
      title={`${texts.sharePoint}: ${persona.displayName}`}
      src={address}
    />
  );
}
