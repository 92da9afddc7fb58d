// What disks do: they fill up, fail to write, turn read-only, forget the end of a file, flip a bit.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { titleOf } from "#shared/board/values.ts";
import { call, stockClient, syncedClient, until } from "#tests/integration/people.ts";
import { runCommand } from "#tests/support/operations.ts";
import { newDataDir, runToExit, type TestServer } from "#tests/support/server.ts";
import { readBoard, readLog, withDatabase } from "./boardLog.ts";
import { crowdOn, faultsOf, leave, noFaults, startWriting } from "./crowd.ts";
import {
  beginScene,
  comeBack,
  endScene,
  expectKept,
  expectOthersGoOn,
  faultsNamed,
  goOffline,
  promisedIn,
  type Scene,
  startAgain,
  writeFor,
} from "./fault.ts";
import { below } from "./words.ts";

const fault = faultsNamed("faults of the disk");
const databaseOf = ({ dataDir }: TestServer) => join(dataDir, "canevas.sqlite");
const logOf = (server: TestServer) => `${databaseOf(server)}-wal`;

/** They write on while nothing can be stored; what was told before is read meanwhile; then there is room again. */
async function withoutRoom(scene: Scene, fill: () => void, empty: () => void, when: string): Promise<void> {
  const { server, hit, others, random } = scene;
  const isReady = async () => (await call(server, "/api/ready")).status === 200;
  fill();
  const stop = startWriting([hit, others], random);
  await until(async () => !(await isReady()), `the server says that it cannot store, ${when}`);
  await stop();
  await expectKept(scene, promisedIn(scene), when);
  expect(server.hasEnded(), when).toBe(false);
  // What the operator reads is why.
  expect(server.log(), when).toMatch(/disk is full|disk I\/O error/);
  empty();
  await until(isReady, `the server can store again, ${when}`);
  await endScene(scene, when);
}

const hasPrlimit = canRun("prlimit", ["--version"]);

// A limit on the size of files, which takes no rights to set: writing fails with EFBIG, to SQLite an error like EIO.
fault(
  "a disk that fails to write",
  async (random, when) => {
    const scene = await beginScene(random);
    const setLimit = (bytes: number | "unlimited") =>
      execFileSync("prlimit", ["--pid", String(scene.server.pid), `--fsize=${bytes}:`]);
    const fill = () => setLimit(statSync(logOf(scene.server)).size + below(random, 20_000));
    await withoutRoom(scene, fill, () => setLimit("unlimited"), when);
  },
  { where: hasPrlimit },
);

const disks: string[] = [];
afterAll(() => {
  for (const disk of disks) {
    execFileSync("umount", ["--lazy", disk]);
    rmSync(disk, { recursive: true });
  }
});

function mountDisk(mebibytes: number): string {
  const disk = mkdtempSync(join(tmpdir(), "canevas-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", disk], { stdio: "ignore" });
  disks.push(disk);
  return disk;
}

function canRun(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const canMount = process.getuid?.() === 0 && canMountHere();

function canMountHere(): boolean {
  try {
    mountDisk(1);
    return true;
  } catch {
    return false;
  }
}

fault(
  "a disk that is full",
  async (random, when) => {
    const disk = mountDisk(4);
    const scene = await beginScene(random, { env: { DATA_DIR: join(disk, "data") } });
    const ballast = join(disk, "ballast");
    await withoutRoom(
      scene,
      () => fillUp(ballast),
      () => rmSync(ballast),
      when,
    );
  },
  { where: canMount },
);

function fillUp(ballast: string): void {
  for (const piece of [64 * 1024, 4096]) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(piece), { flag: "a" });
    } catch {
      // That was the last of it that fits.
    }
  }
}

fault(
  "a disk that is read-only",
  async (random, when) => {
    const disk = mountDisk(16);
    const scene = await beginScene(random, { env: { DATA_DIR: join(disk, "data") } });
    goOffline(scene);
    const due = promisedIn(scene);
    expect(await scene.server.stop()).toBe(0);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    const { code, stdout, stderr } = await runToExit({ DATA_DIR: scene.server.dataDir });
    expect({ code, stdout, lines: stderr.trim().split("\n").length }, when).toEqual({
      code: 1,
      stdout: "",
      lines: 1,
    });
    expect(stderr).toContain("DATA_DIR");
    execFileSync("mount", ["-o", "remount,rw", disk]);
    const again = { ...scene, server: await startAgain(scene.server) };
    await expectKept(again, due, when);
    comeBack(again);
    await endScene(again, when);
  },
  { where: canMount },
);

// What a disk forgets after it said that it was written, no server has. What is left is a board as it once was, which
// nobody's memory of later days may be mixed into: those who have more are told to read it again.
fault("the end of the log that the disk forgot", async (random, when) => {
  const scene = await beginScene(random);
  withDatabase(scene.server.dataDir, (database) => database.exec("pragma wal_checkpoint(truncate)"));
  const seqBefore = lastSeq(scene);
  await writeFor(scene, 200);
  await scene.server.kill();
  goOffline(scene);
  // In a place of its own: this process may still have the old one open, and with it SQLite's idea of its length.
  const torn = { ...scene.server, dataDir: newDataDir() };
  copyFileSync(databaseOf(scene.server), databaseOf(torn));
  copyFileSync(logOf(scene.server), logOf(torn));
  truncateSync(logOf(torn), below(random, statSync(logOf(torn)).size));
  const again = { ...scene, server: await startAgain(torn) };
  const { board, follower, writers } = again.hit;
  for (const crowd of [again.hit, again.others]) {
    expect(await faultsOf(again.server, crowd, new Set()), when).toEqual(noFaults);
  }
  expect(lastSeq(again), when).toBeGreaterThanOrEqual(seqBefore);
  if (follower.seq > lastSeq(again)) {
    await follower.connect(again.server);
    expect(await follower.closed, when).toMatchObject({ code: 4409 });
  }

  comeBack(again);
  const settled = ({ provider, closes }: (typeof writers)[number]) =>
    provider.synced || closes.some(({ code }) => code === 4409);
  await until(() => writers.every(settled), `everybody is back or refused, ${when}`);
  for (const one of [again.hit, again.others]) leave(one);
  const fresh = { ...again, ...(await newPeople(again)) };
  await writeFor(fresh, 150);
  expect((await readBoard(again.server, board)).store.pendingStructs, when).toBeNull();
  await endScene(fresh, when);
  const { code, stdout } = await runCommand("doctor", [again.server.dataDir]);
  expect(code, `${stdout}, ${when}`).toBe(0);
});

const lastSeq = ({ server, hit }: Scene) => readLog(server.dataDir, hit.board.id).updates.at(-1)?.seq ?? 0;

/** On the same boards, with nothing of their own from before. */
async function newPeople({ server, hit, others }: Scene): Promise<Pick<Scene, "hit" | "others">> {
  return {
    hit: await crowdOn(server, hit.board, ["f", "g"]),
    others: await crowdOn(server, others.board, ["h", "i"]),
  };
}

async function foldTwice({ server, hit }: Scene): Promise<void> {
  const typist = await syncedClient(server, hit.board.id, hit.board.tokens.participant);
  for (const folds of [1, 2]) {
    for (let left = 600; left > 0; left -= 2) {
      titleOf(typist.doc).insert(0, "x");
      titleOf(typist.doc).delete(0, 1);
    }
    const snapshots = () => readLog(server.dataDir, hit.board.id).snapshots.length;
    await until(() => snapshots() >= folds, "the log is folded");
  }
  typist.leave();
}

fault("a bit that flipped in the newest snapshot", async (random, when) => {
  const scene = await beginScene(random);
  await foldTwice(scene);
  goOffline(scene);
  const due = promisedIn(scene);
  await scene.server.kill();
  const [newest] = readLog(scene.server.dataDir, scene.hit.board.id).snapshots.reverse();
  if (newest === undefined) throw new Error("no snapshot");
  const state = Uint8Array.from(newest.state);
  const at = below(random, state.length);
  state[at] = (state[at] ?? 0) ^ (1 << below(random, 8));
  withDatabase(scene.server.dataDir, (database) => {
    const flip = database.prepare("update snapshots set state = ? where board = ? and seq = ?");
    flip.run(state, scene.hit.board.id, newest.seq);
  });
  const again = { ...scene, server: await startAgain(scene.server) };
  await expectOnlyKept(again, due, when);
  expect(again.server.log(), when).toContain("damaged snapshots");
  withDatabase(again.server.dataDir, (database) => {
    database.prepare("delete from snapshots where board = ? and seq = ?").run(scene.hit.board.id, newest.seq);
  });
  comeBack(again);
  await endScene(again, when);
});

/** As `expectKept`, where the log cannot be read from each of its snapshots. */
async function expectOnlyKept(scene: Scene, due: ReturnType<typeof promisedIn>, when: string) {
  const { lost, doubled } = await faultsOf(scene.server, scene.hit, due.hit);
  expect({ lost, doubled }, when).toEqual({ lost: [], doubled: [] });
  expect(await faultsOf(scene.server, scene.others, due.others), when).toEqual(noFaults);
}

const poison = {
  "bytes that are no update": Uint8Array.from([7, 7, 7, 7, 7, 7, 7, 7]),
  "an update that builds on what was never there": Uint8Array.from([1, 1, 5, 9, 132, 5, 8, 1, 120, 0]),
};

for (const [what, bytes] of Object.entries(poison)) {
  fault(`a board whose log holds ${what}`, async (random, when) => {
    const scene = await beginScene(random);
    const due = promisedIn(scene);
    await scene.server.kill();
    const { id, tokens } = scene.hit.board;
    withDatabase(scene.server.dataDir, (database) => {
      database
        .prepare(
          "insert into updates (board, seq, at, bytes) select ?1, max(seq) + 1, 0, ?2 from updates where board = ?1",
        )
        .run(id, bytes);
    });
    let again = { ...scene, server: await startAgain(scene.server) };
    await expectOthersGoOn(again, when);
    const knocking = stockClient(again.server, id, tokens.viewer);
    await until(() => knocking.closes.length > 0, `the board does not open, ${when}`);
    expect(knocking.provider.synced, when).toBe(false);
    // For another try: an operator may have healed it.
    expect(
      knocking.closes.every(({ code }) => code < 4400),
      when,
    ).toBe(true);
    knocking.leave();
    await expectOthersGoOn(again, when);
    expect(again.server.hasEnded(), when).toBe(false);
    await again.server.kill();
    withDatabase(again.server.dataDir, (database) => {
      database.prepare("delete from updates where board = ? and at = 0 and bytes = ?").run(id, bytes);
    });
    again = { ...again, server: await startAgain(again.server) };
    const { lost } = await faultsOf(again.server, again.hit, due.hit);
    expect(lost, when).toEqual([]);
    await endScene(again, when);
  });
}
