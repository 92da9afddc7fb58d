// Hocuspocus as its guide sets it up, with its own defaults, keeping boards in a SQLite file. Its SQLite extension is
// its database extension with these three statements; used directly, it needs no compiler.
// Arguments: the address of the module with its packages, the database file.
import { openDocuments } from "./documentsFile.mjs";

const [packages = "", file = ""] = process.argv.slice(2);
const { Server, Database } = await import(packages);

const documents = openDocuments(file);
const server = new Server({
  address: "127.0.0.1",
  port: 0,
  quiet: true,
  extensions: [
    new Database({
      fetch: async (/** @type {{ documentName: string }} */ { documentName }) => documents.read(documentName),
      store: async (/** @type {{ documentName: string, state: Uint8Array }} */ { documentName, state }) =>
        documents.write(documentName, state),
    }),
  ],
});
await server.listen();
console.log(`http://127.0.0.1:${server.httpServer.address().port}`);
