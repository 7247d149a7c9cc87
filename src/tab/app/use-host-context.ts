import { useEffect, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { Host, HostContext } from "../host/host.ts";

/** The host's context as it changes: theme and locale without reload, a new deep link as navigation. */
export function useHostContext(host: Host): HostContext {
  const [context, setContext] = useState(host.context);
  useEffect(
    () =>
      host.subscribe((change) => {
        setContext((now) => ({ ...now, ...change }));
        if (change.route !== undefined && change.route !== host.context.route) navigate(change.route);
      }),
    [host],
  );
  return context;
}
