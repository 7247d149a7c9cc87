import { mergeClasses } from "@fluentui/react-components";
import { memo } from "react";
import type { HostData } from "./host-data.ts";
import type { HostState, PaneState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { PaneContent } from "./pane-content.tsx";
import { usePaneStyles } from "./persona-pane.styles.ts";
import { PersonaPicker } from "./persona-picker.tsx";
import { Rail } from "./rail.tsx";
import type { HostActions } from "./use-host-state.ts";

export interface PersonaPaneProps {
  readonly index: number;
  readonly pane: PaneState;
  readonly data: HostData;
  readonly state: HostState;
  readonly actions: HostActions;
  readonly narrow: boolean;
  readonly tokenOf: (personaId: string) => Promise<string>;
  readonly className?: string;
}

/**
 * One person's Teams: the rail and what is chosen on it. Beside another pane it shows who it belongs to.
 * Kept from drawing again with every event of the live stream.
 */
export const PersonaPane = memo(function PersonaPane(props: PersonaPaneProps): React.JSX.Element | null {
  const { index, pane, data, state, actions, narrow, tokenOf, className } = props;
  const styles = usePaneStyles();
  const texts = useTexts();
  const split = state.panes.length > 1;
  const persona = data.personas.find(({ id }) => id === pane.personaId);
  if (persona === undefined) return null;
  return (
    <section
      className={mergeClasses(styles.pane, narrow && styles.narrow, className)}
      aria-label={texts.pane(persona.displayName)}
    >
      <Rail
        label={split ? texts.railOf(index + 1) : texts.rail}
        place={pane.place}
        apps={data.apps}
        narrow={narrow}
        chat={{ persona, token: () => tokenOf(persona.id), channelBase: "/channel" }}
        onChoose={(place) => actions.setPlace(index, place)}
      />
      <div className={styles.content}>
        {split && (
          <div className={styles.heading}>
            <PersonaPicker
              personas={data.personas}
              personaId={persona.id}
              pane={index + 1}
              onChange={(personaId) => actions.setPersona(index, personaId)}
            />
          </div>
        )}
        <div className={styles.view}>
          <PaneContent {...props} persona={persona} />
        </div>
      </div>
    </section>
  );
});
