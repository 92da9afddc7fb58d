// Making a board. Only the server calls this, in the transaction that creates the board: content that two
// clients seeded would stand there twice.
import * as Y from "yjs";
import { fillBoard } from "#shared/record/fillBoard.ts";
import type { ProjectRecord } from "#shared/record/recordTypes.ts";
import type { Locale, LocalText } from "#shared/sheet/locale.ts";
import { type Board, boardFormat, metaOf } from "./roots.ts";
import { applyTextChange } from "./textChange.ts";
import { titleOf, writeValue } from "./values.ts";

const untitled: LocalText = { fr: "Projet sans titre", en: "Untitled project", nl: "Project zonder titel" };

export type NewBoard = {
  boardId: string;
  locale: Locale;
  title?: string;
  record?: ProjectRecord;
  /** Makes the ids of rows and notes that the record gives none: 8–32 characters of nanoid's alphabet. */
  newId: () => string;
};

/** A new board: empty, or holding a record. A title given beside a record takes the place of the record's. */
export function createBoard({ boardId, locale, title, record, newId }: NewBoard): Board {
  const board = new Y.Doc();
  board.transact(() => {
    metaOf(board).set("format", boardFormat);
    metaOf(board).set("locale", locale);
    if (record === undefined) {
      writeValue(board, "schemaVersion", "1.0.0");
      writeValue(board, "id", boardId);
      writeValue(board, "lang", locale);
      writeValue(board, "stage", "idea");
      writeValue(board, "cycle", 1);
      titleOf(board).insert(0, title ?? untitled[locale]);
    } else {
      fillBoard(board, record, newId);
      if (title !== undefined) applyTextChange(titleOf(board), title);
    }
  });
  return board;
}
