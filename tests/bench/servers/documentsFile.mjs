// The table of Hocuspocus' SQLite extension.
import { DatabaseSync } from "@photostructure/sqlite";

/** @param {string} file */
export function openDocuments(file) {
  const database = new DatabaseSync(file);
  database.exec(
    `create table if not exists "documents" ("name" varchar(255) not null, "data" blob not null, unique(name))`,
  );
  const select = database.prepare(`select data from "documents" where name = ? order by rowid desc`);
  const upsert = database.prepare(
    `insert into "documents" ("name", "data") values (?, ?) on conflict(name) do update set data = excluded.data`,
  );
  return {
    /** @param {string} name @returns {Uint8Array | null} */
    read(name) {
      const row = select.get(name);
      return row?.data instanceof Uint8Array ? row.data : null;
    },
    /** @param {string} name @param {Uint8Array} state */
    write(name, state) {
      upsert.run(name, state);
    },
    exec: (/** @type {string} */ sql) => database.exec(sql),
    close: () => database.close(),
  };
}
