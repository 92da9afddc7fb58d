import { useSection } from "#client/board/useSection.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { useMedia } from "#client/ui/useMedia.ts";
import { notesOf } from "#shared/board/notes.ts";
import { NotesArea } from "./NotesArea.tsx";
import { NotesList } from "./NotesList.tsx";

/** The notes of the section: on an area where they are moved about, or as a list on a phone. */
export function NotesPanel() {
  const { sectionId } = useSectionContent();
  const isPhone = useMedia("(max-width: 719px)");
  const notes = useSection(sectionId, (board) => notesOf(board, sectionId));
  return isPhone ? <NotesList notes={notes} /> : <NotesArea notes={notes} />;
}
