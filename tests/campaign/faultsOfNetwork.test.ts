// What networks do between people and the server: they cut in the middle of a frame, wait, repeat themselves, go
// silent without a word, or carry only a little.
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { notesOf, noteText } from "#shared/board/notes.ts";
import { until } from "#tests/integration/people.ts";
import { sized } from "#tests/support/campaign.ts";
import { startDoublingProxy } from "#tests/support/doublingProxy.ts";
import { type NetworkProxy, startProxy } from "#tests/support/proxy.ts";
import { startWriting } from "./crowd.ts";
import { beginScene, endScene, expectOthersGoOn, faultsNamed, type Scene, writeFor } from "./fault.ts";
import type { Random } from "./words.ts";

const fault = faultsNamed("faults of the network");

/** The people of the first board come through a proxy of their own. */
async function beginThrough(random: Random): Promise<{ scene: Scene; proxy: NetworkProxy }> {
  let proxy: NetworkProxy | undefined;
  const scene = await beginScene(random, {
    wire: async ({ port }) => {
      proxy = await startProxy(port);
      return proxy;
    },
  });
  if (proxy === undefined) throw new Error("no proxy");
  return { scene, proxy };
}

fault("connections that are cut wherever they are in a frame", async (random, when) => {
  const { scene, proxy } = await beginThrough(random);
  const stop = startWriting([scene.hit, scene.others], random);
  for (let cuts = 0; cuts < 15; cuts += 1) {
    await pause(20 + random() * 150);
    proxy.cut();
  }
  await stop();
  expect(
    scene.others.writers.flatMap(({ closes }) => closes),
    when,
  ).toEqual([]);
  await endScene(scene, when);
});

fault("bytes that take their time", async (random, when) => {
  const { scene, proxy } = await beginThrough(random);
  proxy.setDelay(sized({ short: 1_000, whole: 5_000 }));
  await writeFor(scene, 300);
  await expectOthersGoOn(scene, when);
  proxy.setDelay(0);
  await endScene(scene, when);
});

fault("messages that come twice", async (random, when) => {
  const scene = await beginScene(random, { wire: startDoublingProxy });
  await writeFor(scene, 300);
  await endScene(scene, when);
});

fault(
  "a line that goes silent without a word",
  async (random, when) => {
    const { scene, proxy } = await beginThrough(random);
    const there = proxy.connections();
    proxy.goSilent();
    await writeFor(scene, 200);
    await expectOthersGoOn(scene, when);
    // The server asks every 20 s who is still there: those who did not answer the last time are let go.
    if (sized({ short: false, whole: true })) {
      await until(() => proxy.connections() < there, `the server let go of them, ${when}`, 60_000);
    }
    proxy.cut();
    proxy.speakAgain();
    await endScene(scene, when);
  },
  { timeout: 120_000 },
);

fault(
  "a reader that takes nothing in",
  async (random, when) => {
    const scene = await beginScene(random);
    const { server, hit } = scene;
    const slow = await startProxy(server.port);
    const { doc, provider, closes } = hit.reader;
    provider.disconnect();
    provider.serverUrl = `${slow.wsUrl}/sync`;
    provider.connect();
    await until(() => provider.synced, "the slow reader is there");
    slow.goSilent();
    const [writer] = hit.writers;
    const note = writer === undefined ? undefined : notesOf(writer.doc, "diagnosis")[0];
    const text = writer && note && noteText(writer.doc, note.id);
    if (text === undefined) throw new Error("a note to write in");
    // More than the system's buffers and the 4 MiB that the server waits for; a note holds 2,000 characters.
    for (let round = 0; round < 16_000; round += 1) {
      text.insert(0, "z".repeat(1_000));
      text.delete(0, 1_000);
      if (round % 500 === 0) await pause(1);
    }
    await expectOthersGoOn(scene, when);
    slow.speakAgain();
    await until(
      () => closes.some(({ code }) => code === 1013),
      `the slow reader was let go, ${when}`,
      30_000,
    );
    await until(() => provider.synced, `the slow reader is back, ${when}`);
    expect(doc.store.pendingStructs).toBeNull();
    await endScene(scene, when);
  },
  { timeout: 120_000 },
);
