import { Avatar } from "@fluentui/react-components";
import { BotRegular } from "@fluentui/react-icons";
import { createContext, useContext } from "react";

/** Address of the picture an app brings, by the id of its bot; undefined where it brings none. */
export const AppPictures = createContext<(botId: string) => string | undefined>(() => undefined);

/** The app as whoever writes: its own picture, or the sign of all bots where there is none that can be shown. */
export function AppAvatar({ botId, className }: { readonly botId: string; readonly className?: string }) {
  const src = useContext(AppPictures)(botId);
  return (
    <Avatar
      aria-hidden
      size={32}
      shape="square"
      color="brand"
      icon={<BotRegular />}
      {...(src === undefined ? {} : { image: { src, alt: "" } })}
      {...(className === undefined ? {} : { className })}
    />
  );
}
