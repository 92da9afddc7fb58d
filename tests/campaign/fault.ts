// A named fault: two boards on one server, each with people who write before, during and after it. `npm test` lets it
// happen once, the whole campaign ten times with other timings.
import { afterAll, expect, test } from "vitest";
import { until } from "#tests/integration/people.ts";
import { seedOf, sized, tellFigures } from "#tests/support/campaign.ts";
import { randomFrom } from "#tests/support/random.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import {
  type Crowd,
  everyoneIn,
  expectAllOnce,
  faultsOf,
  leave,
  newCrowd,
  noFaults,
  promisedTo,
  startWriting,
} from "./crowd.ts";
import { type Random, wordsIn } from "./words.ts";
import { everythingOf } from "./writer.ts";

const times = sized({ short: 1, whole: 10 });

export type Scene = { server: TestServer; hit: Crowd; others: Crowd; random: Random };

type Act = (random: Random, when: string) => Promise<void>;

/** The faults of one file, which end with a line of figures of their own. `where` false: not to be had here. */
export function faultsNamed(campaign: string) {
  const seed = seedOf(campaign);
  const survived = new Map<string, number>();
  afterAll(() => {
    const rounds = [...survived.values()].reduce((sum, count) => sum + count, 0);
    tellFigures(campaign, { "named faults": survived.size, rounds, lost: 0, holes: 0, doubled: 0 });
  });
  return (name: string, act: Act, { where = true, timeout = 60_000 } = {}) => {
    test.skipIf(!where)(name, { timeout: timeout * times }, async () => {
      for (let round = 0; round < times; round += 1) {
        await act(randomFrom(seed + round), `seed ${seed}, round ${round}`);
        survived.set(name, round + 1);
      }
    });
  };
}

type Wire = (server: TestServer) => Promise<Pick<TestServer, "wsUrl">>;

/** Everybody writes a while, so that something is promised before anything goes wrong. */
export async function beginScene(
  random: Random,
  { env = {}, wire }: { env?: Record<string, string>; wire?: Wire } = {},
): Promise<Scene> {
  const server = await startServer(env);
  const reached = { ...server, ...(await wire?.(server)) };
  const hit = await newCrowd(reached, ["a", "b", "c"]);
  const others = await newCrowd(server, ["d", "e"]);
  const scene = { server, hit, others, random };
  await writeFor(scene, 150);
  return scene;
}

export async function writeFor(
  { hit, others, random }: Pick<Scene, "hit" | "others" | "random">,
  ms: number,
) {
  const stop = startWriting([hit, others], random);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await stop();
}

/** The same address and the same data. */
export function startAgain({ dataDir, port }: TestServer): Promise<TestServer> {
  return startServer({ DATA_DIR: dataDir, PORT: String(port) });
}

export function goOffline({ hit, others }: Scene): void {
  for (const { provider } of [hit, others].flatMap(everyoneIn)) provider.disconnect();
}

export function comeBack({ hit, others }: Scene): void {
  for (const { provider } of [hit, others].flatMap(everyoneIn)) provider.connect();
}

/** What was told to anybody is there, as somebody new is given it and as the log has it. */
export async function expectKept(
  { server, hit, others }: Scene,
  due: { hit: ReadonlySet<string>; others: ReadonlySet<string> },
  when: string,
): Promise<void> {
  expect(await faultsOf(server, hit, due.hit), when).toEqual(noFaults);
  expect(await faultsOf(server, others, due.others), when).toEqual(noFaults);
}

export const promisedIn = ({ hit, others }: Scene) => ({ hit: promisedTo(hit), others: promisedTo(others) });

/** It is over: everybody goes on, and all that anybody ever wrote is there once. */
export async function endScene(scene: Scene, when: string): Promise<void> {
  await writeFor(scene, 100);
  for (const crowd of [scene.hit, scene.others]) {
    expect(await expectAllOnce(scene.server, crowd, when)).toBeGreaterThan(0);
    leave(crowd);
  }
  expect(await scene.server.stop(), when).toBe(0);
}

/** The people on the other board still hear each other, now. */
export async function expectOthersGoOn({ others, random }: Scene, when: string): Promise<void> {
  const before = everythingOf(others.writers).length;
  const stop = startWriting([others], random);
  await until(() => everythingOf(others.writers).length > before + 5, "the others write");
  await stop();
  const all = () => everythingOf(others.writers).join();
  await until(() => wordsIn(others.reader.doc).sort().join() === all(), `the others are heard, ${when}`);
}
