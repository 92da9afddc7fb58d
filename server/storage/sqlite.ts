// The embedded database: Node's own SQLite where there is one, else the same interface from a package.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, SqliteDialect, type SqliteStatement } from "kysely";
import type { Storage, Tables } from "./tables.ts";

type Parameter = string | number | bigint | Uint8Array | null;

/** The part of `DatabaseSync` that both offer and we use. */
type Database = {
  readonly isTransaction: boolean;
  exec(sql: string): void;
  close(): void;
  prepare(sql: string): {
    columns(): readonly unknown[];
    all(...parameters: Parameter[]): unknown[];
    run(...parameters: Parameter[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    iterate(...parameters: Parameter[]): IterableIterator<unknown>;
  };
};

type SqliteModule = { DatabaseSync: new (path: string, options?: { readOnly?: boolean }) => Database };

/** Node 22.13 to 22.15 has `node:sqlite` without `columns()`, which Kysely's dialect cannot do without. */
function isComplete(module: unknown): module is SqliteModule {
  if (typeof module !== "object" || module === null) return false;
  if (!("DatabaseSync" in module) || !("StatementSync" in module)) return false;
  const { StatementSync } = module;
  return typeof StatementSync === "function" && "columns" in StatementSync.prototype;
}

export async function loadSqlite(): Promise<SqliteModule> {
  const own: unknown = process.getBuiltinModule("node:sqlite");
  return isComplete(own) ? own : await import("@photostructure/sqlite");
}

/** SQLite's result code of an error that it threw, the same in both modules. */
function resultCodeOf(error: unknown): number | undefined {
  const hasCode = typeof error === "object" && error !== null && "errcode" in error;
  // The lowest byte: what stands above it tells variants apart.
  return hasCode && typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
}

/** Another process has it, and did not let go in time. */
export const isBusy = (error: unknown) => resultCodeOf(error) === 5;

export const isNotADatabase = (error: unknown) => resultCodeOf(error) === 26;

/** A database that is broken inside. */
export const isDamaged = (error: unknown) => resultCodeOf(error) === 11;

function isParameter(value: unknown): value is Parameter {
  return (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    value instanceof Uint8Array
  );
}

function asParameters(values: readonly unknown[]): Parameter[] {
  return values.map((value) => {
    if (!isParameter(value)) throw new TypeError(`SQLite cannot store a ${typeof value}`);
    return value;
  });
}

// More than there are queries in the server; beyond it come statements made for one occasion.
const statementsKept = 200;

/** Compiling a statement costs more than running it: the newest ones are kept. */
function statementsOf(database: Database): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const prepared = database.prepare(sql);
    const statement: SqliteStatement = {
      reader: prepared.columns().length > 0,
      all: (values) => prepared.all(...asParameters(values)),
      run(values) {
        // Where the disk is full, SQLite has rolled back by itself, and a second time would hide why.
        if (sql === "rollback" && !database.isTransaction) return { changes: 0, lastInsertRowid: 0 };
        return prepared.run(...asParameters(values));
      },
      iterate: (values) => prepared.iterate(...asParameters(values)),
    };
    kept.set(sql, statement);
    const oldest = kept.keys().next();
    if (kept.size > statementsKept && !oldest.done) kept.delete(oldest.value);
    return statement;
  };
}

/** The files of a data directory. */
export const filesIn = (directory: string) => ({
  database: join(directory, "canevas.sqlite"),
  /** What a restore is about to put in its place. */
  restoring: join(directory, "canevas.sqlite.restoring"),
  lock: join(directory, "canevas.lock"),
});

/**
 * Opens `canevas.sqlite` in the directory, making both when they are missing. Throws what the system says, also where
 * nothing can be written: a server that takes what it cannot keep would look alive.
 */
export async function openSqlite(directory: string): Promise<Storage> {
  mkdirSync(directory, { recursive: true });
  const files = filesIn(directory);
  // Made anew here, it would hide that the old one is aside and the restored one not yet in its place.
  if (!existsSync(files.database) && existsSync(files.restoring)) {
    throw new Error("une restauration a été interrompue ; refaites-la avec npm run restore");
  }
  const { DatabaseSync } = await loadSqlite();
  const database = new DatabaseSync(files.database);
  // FULL: a commit that was told to anyone is on the disk, also after a power cut. First of all how long to wait: a
  // backup or a check that ends this moment holds the file for some milliseconds.
  database.exec(`
    pragma busy_timeout = 5000;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    begin immediate;
    pragma user_version = 1;
    rollback;
  `);
  return storageOf(database, () => {
    // What it has not finished with keeps the package from doing this itself: a stopped server leaves one file. Not
    // for long, when somebody else is reading.
    database.exec("pragma busy_timeout = 200; pragma wal_checkpoint(truncate)");
  });
}

export function storageOf(database: Database, beforeClose: () => void = () => {}): Storage {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => {
          beforeClose();
          database.close();
        },
        prepare: statementsOf(database),
      },
    }),
  });
}
