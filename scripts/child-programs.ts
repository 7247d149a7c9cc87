import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** A program of ours that runs beside this one, with its log in a file. */
export interface Program {
  readonly child: ChildProcess;
  /** Ends when the log is written too. */
  readonly exited: Promise<number>;
  readonly logFile: string;
  /** The line that tells best why it ended; undefined when it said nothing. */
  readonly lastWords: () => string | undefined;
}

/** Enough of what it printed to find its last words in. */
const KEPT_CHARACTERS = 8000;

/** Starts a TypeScript program with this Node; what it prints goes to the log file. */
export function startProgram(file: string, environment: Record<string, string>, logFile: string): Program {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: "a" });
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (part: Buffer) => {
      printed = `${printed}${part.toString("utf8")}`.slice(-KEPT_CHARACTERS);
    });
  }
  const exited = new Promise<number>((resolve) => {
    child.on("close", (code) => {
      log.end(() => {
        resolve(code ?? 1);
      });
    });
  });
  return { child, exited, logFile, lastWords: () => lastWords(printed) };
}

/** The last line with an error; what Node adds below it (the stack, its version) says nothing to who starts us. */
function lastWords(printed: string): string | undefined {
  const lines = printed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.findLast((line) => /error/i.test(line) && !line.startsWith("at ")) ?? lines.at(-1);
}

/** Asks a program to end and waits until it has. */
export async function endProgram(program: Program): Promise<void> {
  if (program.child.exitCode === null) program.child.kill("SIGTERM");
  await program.exited;
}

/** The program ended or stayed silent before it was ready. */
export class NotReadyError extends Error {
  override name = "NotReadyError";
}

/** Waits until an address answers 200; throws when the program ends first or the time is up. */
export async function whenReady(url: string, program: Program, name: string, limitMs = 60_000): Promise<void> {
  let ended = false;
  void program.exited.then(() => {
    ended = true;
  });
  const until = performance.now() + limitMs;
  while (performance.now() < until) {
    if (ended) {
      const why = program.lastWords() ?? "it said nothing";
      throw new NotReadyError(`${name} stopped before it was ready: ${why} (${program.logFile})`);
    }
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new NotReadyError(`${name} did not get ready in ${limitMs / 1000} s`);
}
