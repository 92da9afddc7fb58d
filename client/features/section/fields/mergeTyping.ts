// What an input shows may lag behind the shared text: while letters are being composed (an accent, a Dutch ij, any
// Asian script) the input must not be touched. What was typed there then has to land beside what others wrote.
import { textChange } from "#shared/board/textChange.ts";

/** The text after one person changed `shown` into `typed` while others changed `shown` into `current`. */
export function mergeTyping(shown: string, typed: string, current: string): string {
  if (shown === current) return typed;
  const mine = textChange(shown, typed);
  const theirs = textChange(shown, current);
  const start = placeIn(mine.at, theirs);
  const end = placeIn(mine.at + mine.remove, theirs);
  // Only what was on screen can have been meant to go: what others wrote inside it stays.
  const theirEnd = theirs.at + theirs.insert.length;
  const kept = current.slice(Math.max(start, theirs.at), Math.max(start, Math.min(end, theirEnd)));
  return current.slice(0, start) + kept + mine.insert + current.slice(end);
}

type Change = { at: number; remove: number; insert: string };

/** Where a place of the text before the change is after it. */
export function placeIn(place: number, { at, remove, insert }: Change): number {
  if (place <= at) return place;
  if (place >= at + remove) return place + insert.length - remove;
  return at + insert.length;
}
