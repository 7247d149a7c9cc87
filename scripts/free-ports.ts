import { createServer } from "node:net";
import { SettingsError } from "./settings.ts";

/**
 * Throws when one of five ports from `first` on is taken: whoever answers there would be taken for our own programs,
 * and the demo be loaded into another's lists.
 */
export async function requireFreePorts(first: number): Promise<void> {
  for (let port = first; port < first + 5; port += 1) {
    if (!(await isFree(port))) throw new SettingsError(`Port ${port} is in use: stop what runs there, or set PORT`);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(false);
    });
    server.listen(port, "127.0.0.1", () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
