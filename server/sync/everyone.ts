// The last step of an update's way: telling. Called after the commit, never before.
import { encodeFrame } from "#shared/sync/frames.ts";
import { encodePresence, type PresenceEntry } from "#shared/sync/presence.ts";
import type { Connection } from "./connection.ts";

export type Committed = {
  author: Connection;
  /** The bytes as the author sent them: getting these back is how they know it is saved. */
  sent: Uint8Array;
  /** What it changed in the document; nothing, when all of it was known. */
  changes: readonly Uint8Array[];
  /** What Yjs tidied up by itself because of it: news to the author too. */
  tidied: readonly Uint8Array[];
};

const updateFrame = (update: Uint8Array) => encodeFrame({ type: "update", update });

export function tellUpdate(
  everyone: Iterable<Connection>,
  { author, sent, changes, tidied }: Committed,
): void {
  const tidiedFrames = tidied.map(updateFrame);
  const toAuthor = [updateFrame(sent), ...tidiedFrames];
  const toOthers = [...changes.map(updateFrame), ...tidiedFrames];
  for (const connection of everyone) {
    for (const frame of connection === author ? toAuthor : toOthers) connection.send(frame);
  }
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  return encodeFrame({ type: "presence", presence: encodePresence(entries) });
}
