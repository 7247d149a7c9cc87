import { mergeClasses } from "@fluentui/react-components";
import { memo, useId, useState } from "react";
import { useActivities } from "./activity-data.ts";
import { ClientFrame } from "./client-frame.tsx";
import type { HostData, Persona } from "./host-data.ts";
import type { HostState, PaneState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import { PaneContent } from "./pane-content.tsx";
import { usePaneStyles } from "./persona-pane.styles.ts";
import { PersonaPicker } from "./persona-picker.tsx";
import { placesOf, shownPlace } from "./places.ts";
import { Rail } from "./rail.tsx";
import { SignInView } from "./sign-in-view.tsx";
import { createTabLink } from "./tab-connection.ts";
import type { HostActions } from "./use-host-state.ts";

export interface PersonaPaneProps {
  readonly index: number;
  readonly pane: PaneState;
  readonly data: HostData;
  readonly state: HostState;
  readonly actions: HostActions;
  readonly narrow: boolean;
  readonly tokenOf: (personaId: string) => Promise<string>;
  /** Counts changes of activity feeds. */
  readonly activityChanges: number;
  readonly className?: string;
}

/**
 * One person's Teams: the rail and what is chosen on it, in the client that is played. Beside another pane it shows who
 * it belongs to. Kept from drawing again with every event of the live stream.
 */
export const PersonaPane = memo(function PersonaPane(props: PersonaPaneProps): React.JSX.Element {
  const { index, pane, data, state, actions, className } = props;
  const styles = usePaneStyles();
  const texts = useTexts();
  const split = state.panes.length > 1;
  const persona = data.personas.find(({ id }) => id === pane.personaId);
  return (
    <section
      className={mergeClasses(styles.person, className)}
      aria-label={texts.pane(persona?.displayName ?? texts.signedOut)}
    >
      {split && (
        <div className={styles.heading}>
          <PersonaPicker
            personas={data.personas}
            personaId={pane.personaId}
            pane={index + 1}
            onChange={(personaId) => actions.setPersona(index, personaId)}
          />
        </div>
      )}
      {persona === undefined ? (
        <SignInView personas={data.personas} onChoose={(personaId) => actions.setPersona(index, personaId)} />
      ) : (
        <Client {...props} persona={persona} />
      )}
    </section>
  );
});

/** The person's client: the rail, and what is chosen on it. */
function Client(props: PersonaPaneProps & { readonly persona: Persona }): React.JSX.Element {
  const { index, pane, data, state, actions, narrow, tokenOf, persona } = props;
  const texts = useTexts();
  const [link] = useState(createTabLink);
  const railId = useId();
  const { client } = state;
  const activities = useActivities(persona.id, props.activityChanges);
  const place = shownPlace(pane.place, client, data);
  const onChoose = (next: string): void => {
    // The app is told of a press on its own button; the others lead somewhere else.
    if (next === place) link.send("appButtonClick", []);
    else actions.setPlace(index, next);
  };
  const onBack = (): void => {
    if (!link.send("backButtonPress", [])) actions.goBack(index);
  };
  const returnFocus = (forward: boolean): void => {
    const target = forward ? "footer button" : `[id="${railId}"] [aria-current="page"]`;
    document.querySelector<HTMLElement>(target)?.focus();
  };
  return (
    <ClientFrame
      client={client}
      narrow={narrow}
      title={data.apps.find(({ id }) => id === place)?.name ?? texts.placeNames(place)}
      onBack={onBack}
      rail={
        <Rail
          id={railId}
          label={state.panes.length > 1 ? texts.railOf(index + 1) : texts.rail}
          place={place}
          places={placesOf(client, data)}
          bottom={narrow || client === "phone"}
          newActivities={(activities ?? []).filter(({ isRead }) => !isRead).length}
          chat={{ persona, token: () => tokenOf(persona.id), channelBase: "/channel" }}
          onChoose={onChoose}
        />
      }
    >
      <PaneContent
        {...props}
        persona={persona}
        activities={activities}
        place={place}
        link={link}
        returnFocus={returnFocus}
      />
    </ClientFrame>
  );
}
