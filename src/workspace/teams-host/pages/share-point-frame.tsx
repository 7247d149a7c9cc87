import { useCallback, useEffect, useRef, useState } from "react";
import type { HostData, Persona } from "./host-data.ts";
import type { HostState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";

/**
 * SharePoint's own pages, as the pane's person sees them. A theme or language chosen while they stand is told to them,
 * so that they stay where people have come to. The person is the address's own, so the caller keys the frame by her.
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
  const frame = useRef<HTMLIFrameElement>(null);
  const { sharePoint } = data.configuration.origins;
  const { theme, locale } = state;
  const [address] = useState(() => {
    const query = new URLSearchParams({ persona: persona.userName, theme, lang: locale });
    return `${sharePoint}/?${query}`;
  });
  const tellTheme = useCallback(
    () => frame.current?.contentWindow?.postMessage({ kind: "theme", theme }, sharePoint),
    [theme, sharePoint],
  );
  const tellLanguage = useCallback(
    () => frame.current?.contentWindow?.postMessage({ kind: "language", language: locale }, sharePoint),
    [locale, sharePoint],
  );
  // Before the page has come, its address says both.
  const told = useRef({ theme, locale });
  useEffect(() => {
    if (told.current.theme !== theme) tellTheme();
    if (told.current.locale !== locale) tellLanguage();
    told.current = { theme, locale };
  }, [theme, locale, tellTheme, tellLanguage]);
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={`${texts.sharePoint}: ${persona.displayName}`}
      src={address}
      onLoad={() => {
        tellTheme();
        tellLanguage();
      }}
    />
  );
}
