import { useState } from "react";
import type { HostData, Persona } from "./host-data.ts";
import type { HostState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";

/**
 * SharePoint's own pages, as the pane's person sees them. They read their theme when they open: a theme chosen later
 * leaves the page people have come to where it is, and shows the next time SharePoint is opened. Person and language
 * are the address's own, so the caller keys the frame by them.
 */
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
  const [address] = useState(() => {
    const query = new URLSearchParams({ persona: persona.userName, theme: state.theme, lang: state.locale });
    return `${data.configuration.origins.sharePoint}/?${query}`;
  });
  return <iframe className={styles.frame} title={`${texts.sharePoint}: ${persona.displayName}`} src={address} />;
}
