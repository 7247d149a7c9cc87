import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ConversationSummary, Switches } from "./chat-contract.ts";
import type { ChatStore } from "./chat-store.ts";
import type { ChatTexts } from "./chat-texts.ts";

/** So many of the app's calls one choice in the menu refuses. */
const refusedCalls = 3;
const retry = "retry";
const throttle = "throttle";
const on = "on";

/** What else can be done with a conversation: remove the app, and let the channel do what Teams does on bad days. */
export function ConversationMenu(props: {
  readonly conversation: ConversationSummary;
  readonly store: ChatStore;
  readonly texts: ChatTexts;
}): React.JSX.Element {
  const { conversation, store, texts } = props;
  const [switches, setSwitches] = useState<Switches>();
  const retries = switches?.retryInvokes === true;
  const refused = switches?.throttledCalls ?? 0;
  const turn = (change: Partial<Switches>): void => {
    // What could not be turned is told by the switch itself, which stays as it was.
    store.turn(change).then(setSwitches, () => undefined);
  };
  return (
    <Menu
      checkedValues={{ [retry]: retries ? [on] : [], [throttle]: refused > 0 ? [on] : [] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const isOn = checkedItems.includes(on);
        turn(name === retry ? { retryInvokes: isOn } : { throttledCalls: isOn ? refusedCalls : 0 });
      }}
      onOpenChange={(_, { open }) => {
        if (open) turn({});
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={texts.more(conversation.appName)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList hasCheckmarks>
          {conversation.installed && conversation.mayRemove && (
            <>
              <MenuItem onClick={() => void store.uninstall(conversation.id).catch(store.reload)}>
                {texts.remove}
              </MenuItem>
              <MenuDivider />
            </>
          )}
          <MenuGroup>
            <MenuGroupHeader>{texts.badDay}</MenuGroupHeader>
            <MenuItemCheckbox name={retry} value={on}>
              {texts.retryInvokes}
            </MenuItemCheckbox>
            <MenuItemCheckbox name={throttle} value={on}>
              {texts.throttle(refused > 0 ? refused : refusedCalls)}
            </MenuItemCheckbox>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
