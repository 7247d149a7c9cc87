import { createServer, type Server } from "node:net";

const lowest = 20_000;
const highest = 31_990;

/**
 * Finds a port P so that P … P+count−1 are free on 127.0.0.1. They lie below the range systems take client ports
 * from; somebody else may still be faster, so the caller tries again when listening fails.
 */
export async function consecutiveFreePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const first = lowest + Math.floor(Math.random() * ((highest - lowest) / count)) * count;
    if (await allFree(first, count)) return first;
  }
  throw new Error(`No ${count} consecutive free ports`);
}

async function allFree(first: number, count: number): Promise<boolean> {
  const ports = Array.from({ length: count }, (_, index) => first + index);
  const servers = await Promise.all(ports.map(listen));
  await Promise.all(servers.map(stop));
  return servers.every((server) => server !== undefined);
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function stop(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (server === undefined) resolve();
    else server.close(() => resolve());
  });
}
