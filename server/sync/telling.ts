// The last step of an update's way: telling. Called after the commit, never before. What a turn told is one buffer
// for everybody, written to each socket in one go.
import { encodeFrame } from "#shared/sync/frames.ts";
import type { Connection } from "./connection.ts";
import { messageOf, updateMessages } from "./messages.ts";

/** An update that was taken. */
export type Telling = {
  author: Connection;
  /** The bytes as the author sent them: getting these back is how they know it is saved. */
  sent: Uint8Array;
  /** What the others are told: the same, nothing where all of it was known, or the part that was new. */
  news: "asSent" | "nothing" | Uint8Array;
};

/** What the others are told of it. */
function newsOf({ news, sent }: Telling): Uint8Array[] {
  if (news === "asSent") return [sent];
  return news === "nothing" ? [] : [news];
}

/** For an author who gets back something else than the others are told, in the place of that. */
type OwnPiece = { from: number; to: number; messages: Buffer };

/** `seq`: the number of the last one. The answer is the news as messages, as the log keeps them. */
export function tell(everyone: Iterable<Connection>, tellings: readonly Telling[], seq: number): Buffer {
  const messages = updateMessages(tellings.flatMap(newsOf));
  const own = ownPieces(tellings);
  const position = messageOf(encodeFrame({ type: "position", seq }));
  const withPosition = Buffer.concat([messages, position]);
  const count = tellings.length;
  for (const connection of everyone) {
    const pieces = own.get(connection);
    if (pieces !== undefined) {
      connection.tell(spliced(messages, pieces, connection.followsPosition ? position : undefined), count);
    } else if (connection.followsPosition) connection.tell([withPosition], count);
    else if (messages.length > 0) connection.tell([messages], count);
  }
  return messages;
}

function ownPieces(tellings: readonly Telling[]): Map<Connection, OwnPiece[]> {
  const own = new Map<Connection, OwnPiece[]>();
  if (tellings.every(({ news }) => news === "asSent")) return own;
  let from = 0;
  for (const telling of tellings) {
    const to = from + updateMessages(newsOf(telling)).length;
    if (telling.news !== "asSent") {
      const pieces = own.get(telling.author) ?? [];
      pieces.push({ from, to, messages: updateMessages([telling.sent]) });
      own.set(telling.author, pieces);
    }
    from = to;
  }
  return own;
}

function spliced(messages: Buffer, pieces: readonly OwnPiece[], position: Buffer | undefined): Buffer[] {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { from, to, messages: piece } of pieces) {
    if (from > at) parts.push(messages.subarray(at, from));
    parts.push(piece);
    at = to;
  }
  if (at < messages.length) parts.push(messages.subarray(at));
  if (position !== undefined) parts.push(position);
  return parts;
}
