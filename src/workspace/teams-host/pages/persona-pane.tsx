import { Button, mergeClasses, Text } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { memo, useRef, useState } from "react";
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

/** Teams on a computer, Outlook, or Teams on a phone. */
function Client(props: PersonaPaneProps & { readonly persona: Persona }): React.JSX.Element {
  const { index, pane, data, state, actions, narrow, tokenOf, persona } = props;
  const styles = usePaneStyles();
  const texts = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const [link] = useState(createTabLink);
  const { client } = state;
  const phone = client === "phone";
  const bottomBar = narrow || phone;
  const place = shownPlace(pane.place, client, data);
  const onChoose = (next: string): void => {
    // The app is told of a press on its own button; the others lead somewhere else.
    if (next === place) link.send("appButtonClick", []);
    else actions.setPlace(index, next);
  };
  const back = (): void => {
    if (!link.send("backButtonPress", [])) actions.goBack(index);
  };
  const returnFocus = (forward: boolean): void => {
    const target = forward ? "footer button" : '[aria-current="page"]';
    (forward ? document : root.current)?.querySelector<HTMLElement>(target)?.focus();
  };
  const title = data.apps.find(({ id }) => id === place)?.name ?? texts.placeNames(place);
  return (
    <div className={mergeClasses(styles.stage, phone && styles.phoneStage)}>
      <div
        ref={root}
        className={mergeClasses(
          styles.pane,
          client === "outlook" && styles.outlook,
          bottomBar && styles.narrow,
          phone && styles.phone,
          phone && narrow && styles.wholePhone,
        )}
      >
        {client === "outlook" && (
          <div className={styles.outlookBar}>
            <Text weight="semibold">Outlook</Text>
          </div>
        )}
        {phone && (
          <div className={styles.phoneBar}>
            <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={texts.back} onClick={back} />
            <Text weight="semibold" className={styles.placeName}>
              {title}
            </Text>
          </div>
        )}
        <Rail
          label={state.panes.length > 1 ? texts.railOf(index + 1) : texts.rail}
          place={place}
          places={placesOf(client, data)}
          bottom={bottomBar}
          chat={{ persona, token: () => tokenOf(persona.id), channelBase: "/channel" }}
          onChoose={onChoose}
        />
        <div className={mergeClasses(styles.content, bottomBar && styles.flat)}>
          <div className={styles.view}>
            <PaneContent {...props} persona={persona} place={place} link={link} returnFocus={returnFocus} />
          </div>
        </div>
      </div>
    </div>
  );
}
