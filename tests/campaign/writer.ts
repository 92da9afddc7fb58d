// Someone who writes words with the stock client and keeps account: what they wrote, what of it came back to them
// from the server, and what they were told of others.
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { decodeFrame } from "#shared/sync/frames.ts";
import { join, type StockClient, syncedClient, type TestBoard } from "#tests/integration/people.ts";
import type { TestServer } from "#tests/support/server.ts";
import { insertWord, isBy, type Random, replaceWord, wordOf, wordsIn } from "./words.ts";

/** `clock`: where their own writing ended with this word in it. `inPlaceOf`: what its transaction took out. */
type Written = { word: string; clock: number; inPlaceOf: string | undefined };

export type Writer = StockClient & {
  name: string;
  written: Written[];
  /** The end of their own writing as the server last told it: everything before is saved. */
  savedClock(): number;
};

export async function newWriter(server: TestServer, board: TestBoard, name: string): Promise<Writer> {
  const person = await join(server, board.id, board.tokens.participant, name);
  const client = await syncedClient(server, board.id, person.token);
  const saved = hearOwn(client);
  return { ...client, name, written: [], savedClock: saved };
}

function hearOwn({ doc, provider }: StockClient): () => number {
  let saved = 0;
  const [handleSync] = provider.messageHandlers;
  if (handleSync === undefined) throw new Error("y-websocket handles no sync messages");
  provider.messageHandlers[0] = (encoder, decoder, ...rest) => {
    const frame = decodeFrame(decoder.arr);
    if (frame?.type === "update" || frame?.type === "syncStep2") {
      saved = Math.max(saved, Y.parseUpdateMeta(frame.update).to.get(doc.clientID) ?? 0);
    }
    handleSync(encoder, decoder, ...rest);
  };
  return () => saved;
}

export function write({ doc, name, written }: Writer, random: Random): void {
  const word = wordOf(name, written.length + 1);
  let inPlaceOf: string | undefined;
  if (random() < 0.1) inPlaceOf = replaceWord(doc, word, random);
  else insertWord(doc, word, random);
  written.push({ word, clock: Y.getState(doc.store, doc.clientID), inPlaceOf });
}

export async function writeUntil(
  writers: readonly Writer[],
  isOver: () => boolean,
  random: Random,
): Promise<void> {
  while (!isOver()) {
    for (const writer of writers) if (random() < 0.5) write(writer, random);
    await pause(1);
  }
}

/** What stands in this client's document from the hands of others: it was told by the server. */
export function toldOf(others: string, { doc }: Pick<StockClient, "doc">): string[] {
  return wordsIn(doc).filter((word) => !isBy(others, word));
}

/** Every word that the server has told anybody, its author included, and that nobody has taken out. */
export function promised(
  writers: readonly Writer[],
  readers: readonly Pick<StockClient, "doc">[],
): Set<string> {
  const words = new Set<string>();
  for (const writer of writers) {
    for (const word of toldOf(writer.name, writer)) words.add(word);
    for (const { word, clock } of writer.written) if (clock <= writer.savedClock()) words.add(word);
  }
  for (const { doc } of readers) for (const word of wordsIn(doc)) words.add(word);
  for (const word of takenOut(writers)) words.delete(word);
  return words;
}

function takenOut(writers: readonly Writer[]): string[] {
  return writers.flatMap(({ written }) =>
    written.flatMap(({ inPlaceOf }) => (inPlaceOf === undefined ? [] : [inPlaceOf])),
  );
}

/** What must stand there when everybody's writing has arrived everywhere. */
export function everythingOf(writers: readonly Writer[]): string[] {
  const gone = new Set(takenOut(writers));
  return writers
    .flatMap(({ written }) => written.map(({ word }) => word))
    .filter((word) => !gone.has(word))
    .sort();
}

export type Account = { lost: string[]; doubled: string[]; halfDone: string[] };

/** What a board that was read from the server is short of, has twice, or has of half a transaction. */
export function accountOf(
  saved: Y.Doc,
  mustBeThere: ReadonlySet<string>,
  writers: readonly Writer[],
): Account {
  const words = wordsIn(saved);
  const there = new Set(words);
  return {
    lost: [...mustBeThere].filter((word) => !there.has(word)),
    doubled: words.filter((word, index) => words.indexOf(word) !== index),
    halfDone: writers.flatMap(({ written }) =>
      written
        .filter(({ word, inPlaceOf }) => inPlaceOf !== undefined && there.has(word) && there.has(inPlaceOf))
        .map(({ word }) => word),
    ),
  };
}
