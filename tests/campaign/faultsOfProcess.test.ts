// What happens to processes: they are held up, and they run out of memory.
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { proseFieldsOf, proseOf, writeProse } from "#shared/board/prose.ts";
import { sections } from "#shared/sheet/sections.ts";
import { newBoard, stockClient, type TestBoard } from "#tests/integration/people.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  beginScene,
  comeBack,
  endScene,
  expectKept,
  expectOthersGoOn,
  faultsNamed,
  goOffline,
  promisedIn,
  writeFor,
} from "./fault.ts";

const fault = faultsNamed("faults of the process");
const heldUpMs = 5_000;

fault("an event loop that stands still for 5 s", async (random, when) => {
  const scene = await beginScene(random);
  process.kill(scene.server.pid, "SIGSTOP");
  await writeFor(scene, 300);
  await pause(heldUpMs - 300);
  process.kill(scene.server.pid, "SIGCONT");
  await expectOthersGoOn(scene, when);
  await endScene(scene, when);
});

/** Boards as full as people may make them, one after the other, until the server is gone or has taken them all. */
async function fillBoards(server: TestServer, count: number): Promise<void> {
  const clients: ReturnType<typeof stockClient>[] = [];
  for (let left = count; left > 0 && !server.hasEnded(); left -= 1) {
    // The server may go at any moment from here on.
    const board = await newBoard(server).catch(() => undefined);
    if (board === undefined) break;
    clients.push(fillBoard(server, board));
    await pause(300);
  }
  for (const client of clients) client.leave();
}

function fillBoard(server: TestServer, { id, tokens }: TestBoard) {
  const client = stockClient(server, id, tokens.facilitator);
  for (const { id: section } of sections.slice(1)) {
    const field = proseFieldsOf(section)[0]?.id ?? "retained";
    // Many short lines: what costs memory is their number.
    writeProse(proseOf(client.doc, section, field), "une ligne\n".repeat(2_000));
  }
  return client;
}

fault(
  "a heap that is too small",
  async (random, when) => {
    const scene = await beginScene(random, { env: { NODE_OPTIONS: "--max-old-space-size=48" } });
    const { server } = scene;
    const stop = writeFor(scene, 2_000);
    await fillBoards(server, 8);
    await stop;
    // Else this test proves nothing: make the boards larger, or the heap smaller.
    expect(server.hasEnded(), when).toBe(true);
    expect(server.log(), when).toContain("heap out of memory");
    goOffline(scene);
    const due = promisedIn(scene);
    await server.kill();
    const again = {
      ...scene,
      server: await startServer({ DATA_DIR: server.dataDir, PORT: String(server.port) }),
    };
    await expectKept(again, due, when);
    comeBack(again);
    await endScene(again, when);
  },
  { timeout: 120_000 },
);
