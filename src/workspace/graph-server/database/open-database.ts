import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { asDataFileError } from "./data-file-error.ts";
import { schema } from "./schema.ts";

export type SqlValue = SQLInputValue;

/** A piece of SQL with the values of its question marks, in order. */
export interface SqlFragment {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Thin layer over node:sqlite: cached statements, typed rows, transactions. Values only ever travel as parameters. */
export interface Database {
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[];
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
  run(sql: string, ...values: readonly SqlValue[]): void;
  /** Commits what `work` did, or nothing of it when it throws. Inside another transaction it joins that one. */
  transaction<T>(work: () => T): T;
  /** Runs `effect` once the open transaction is committed, never when it is rolled back. */
  afterCommit(effect: () => void): void;
  close(): void;
}

/** Text as SharePoint compares it: without regard to case. */
export function foldCase(value: string): string {
  return value.toLocaleLowerCase("da");
}

export interface DatabaseOptions {
  /** Pages of 4 KB the file may grow to, as a full disk would stop it; default: no limit. */
  readonly mostPages?: number;
}

/**
 * Opens (and on first use lays out) the data file; a commit is on disk before the answer is sent. The file belongs to
 * this connection until it is closed or its process ends, so two workspaces never write to one file.
 *
 * @throws {DataFileError} when the file is somebody else's, read-only, damaged or has no room; nothing is changed then
 */
export function openDatabase(file: string, options: DatabaseOptions = {}): Database {
  const connection = connect(file, options);
  const statements = new Map<string, StatementSync>();
  let effects: (() => void)[] | undefined;
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    // The rows are our own, written by the same code: the one place where their shape is taken on trust.
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => prepared(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: readonly SqlValue[]) => prepared(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => void prepared(sql).run(...values),
    transaction: (work) => {
      if (effects) return work();
      connection.exec("BEGIN IMMEDIATE");
      const due: (() => void)[] = [];
      effects = due;
      let result: ReturnType<typeof work>;
      try {
        result = work();
        connection.exec("COMMIT");
      } catch (cause) {
        // Where the disk gave out, SQLite has rolled back by itself.
        if (connection.isTransaction) connection.exec("ROLLBACK");
        throw asDataFileError(file, cause);
      } finally {
        effects = undefined;
      }
      for (const effect of due) effect();
      return result;
    },
    afterCommit: (effect) => {
      if (effects) effects.push(effect);
      else effect();
    },
    close: () => connection.close(),
  };
}

function connect(file: string, { mostPages }: DatabaseOptions): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(file);
    connection.exec(
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
    );
    if (mostPages !== undefined) connection.exec(`PRAGMA max_page_count = ${Math.trunc(mostPages)}`);
    connection.function("fold", { deterministic: true }, (value) =>
      typeof value === "string" ? foldCase(value) : value,
    );
    connection.exec(schema);
    return connection;
  } catch (cause) {
    connection?.close();
    throw asDataFileError(file, cause);
  }
}
