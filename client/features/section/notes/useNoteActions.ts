import { nanoid } from "nanoid";
import { useTranslations } from "use-intl";
import { useBoard, useBoardSession } from "#client/board/BoardContext.tsx";
import { useBoardLocale } from "#client/board/useSection.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { nameOf } from "#client/features/section/sectionNeighbours.ts";
import { mayWriteIn } from "#shared/access/rules.ts";
import {
  addNote,
  moveNote,
  type NoteKind,
  type NotePlace,
  noteOf,
  notesOf,
  setNoteKind,
} from "#shared/board/notes.ts";
import { takeNote } from "#shared/board/takeOut.ts";
import { type SectionId, sectionOf } from "#shared/sheet/sections.ts";
import { freePlace } from "./freePlace.ts";

export type NoteActions = ReturnType<typeof useNoteActions>;

/** Everything one can do with the notes of the open section. */
export function useNoteActions() {
  const t = useTranslations("notes");
  const locale = useBoardLocale();
  const { board, me, role } = useBoard();
  const { session } = useBoardSession();
  const { sectionId, announce, offerWayBack } = useSectionContent();
  return {
    /** Makes a note where asked, or in the first free place, and answers its id. */
    add: (kind: NoteKind, at?: NotePlace, text = "", after?: NotePlace): string => {
      const id = nanoid(12);
      const taken = notesOf(board, sectionId).map((note) => note.at);
      addNote(board, {
        id,
        section: sectionId,
        at: at ?? freePlace(taken, after),
        kind,
        text,
        author: me.id,
      });
      announce(t("added"));
      return id;
    },
    move: (id: string, at: NotePlace) => moveNote(board, id, at),
    moveTo: (id: string, target: SectionId) => {
      const note = noteOf(board, id);
      if (note === undefined) return;
      const taken = notesOf(board, target).map((other) => other.at);
      moveNote(board, id, freePlace(taken), target);
      const section = nameOf(sectionOf(target).heading[locale]);
      offerWayBack({
        text: t("movedTo", { section }),
        // The other section may have been closed to me meanwhile.
        undo: () => mayWriteIn(role, target, session.rules) && moveNote(board, id, note.at, note.section),
      });
    },
    setKind: (id: string, kind: NoteKind) => {
      setNoteKind(board, id, kind);
      announce(t(`kind.${kind}`));
    },
    remove: (id: string) => {
      const undo = takeNote(board, id);
      if (undo !== undefined) offerWayBack({ text: t("removed"), undo });
    },
    /** A note that was made and left without a word was never meant. */
    dropIfEmpty: (id: string) => {
      if (noteOf(board, id)?.text.trim() === "") takeNote(board, id);
    },
  };
}
