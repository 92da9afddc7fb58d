// A place for a note that nobody has put where it is: in the first gap of the grid that imports use too.
import type { NotePlace } from "#shared/board/notes.ts";

const columns = 4;
const lines = 5;
const column = 1 / columns;
const line = 1 / lines;

/** The first free place; after a given one if there is room there, else from the top. */
export function freePlace(taken: readonly NotePlace[], after?: NotePlace): NotePlace {
  const places = Array.from(
    { length: columns * lines },
    (_, index): NotePlace => [(index % columns) * column, Math.floor(index / columns) * line],
  );
  const isFree = ([x, y]: NotePlace) =>
    taken.every(
      ([otherX, otherY]) => Math.abs(otherX - x) > column * 0.6 || Math.abs(otherY - y) > line * 0.8,
    );
  const free = places.filter(isFree);
  const later =
    after &&
    free.find(([x, y]) => y > after[1] + line / 2 || (Math.abs(y - after[1]) <= line / 2 && x > after[0]));
  // A full area: a step aside from the last note, so that neither hides the other.
  return later ?? free[0] ?? stepAside(taken.at(-1) ?? [0, 0]);
}

function stepAside([x, y]: NotePlace): NotePlace {
  return [(x + 0.06) % 0.75, (y + 0.07) % 0.8];
}
