import type { Server } from "node:http";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";

/** One listening origin of the workspace. */
export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

/** The answer header by which a room asks that the connection breaks instead of an answer. */
const dropHeader = "x-workspace-drop";

/**
 * Listens on 127.0.0.1 only, and only for requests that name this machine, so that no foreign web page reaches the
 * workspace through a host name of its own. An answer with `x-workspace-drop` destroys the socket (a lost connection).
 */
export async function serveLoopback(
  fetch: (request: Request) => Promise<Response> | Response,
  port: number,
): Promise<LoopbackServer> {
  const server = createAdaptorServer({
    fetch: async (request, env) => {
      const host = new URL(request.url).hostname;
      if (!["localhost", "127.0.0.1"].includes(host)) return new Response("Unknown host", { status: 421 });
      const answer = await fetch(request);
      if (answer.headers.has(dropHeader)) (env as HttpBindings).incoming.socket.destroy();
      return answer;
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has an address");
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
