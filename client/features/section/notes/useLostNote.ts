import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import type { Note } from "#shared/board/notes.ts";
import type { NoteActions } from "./useNoteActions.ts";

/** Somebody deletes the note I am writing in, or moves it away: my words are offered back to me. */
export function useLostNote(
  editing: string | null,
  note: Note | undefined,
  actions: NoteActions,
  onLost: () => void,
): void {
  const t = useTranslations("notes");
  const { offerWayBack } = useSectionContent();
  const last = useRef<Note | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the note's going away counts.
  useEffect(() => {
    if (note !== undefined) {
      last.current = note;
      return;
    }
    const lost = last.current;
    last.current = undefined;
    if (editing === null || lost === undefined || lost.id !== editing) return;
    onLost();
    if (lost.text.trim() === "") return;
    offerWayBack({
      text: t("taken"),
      undo: () => {
        actions.add(lost.kind, lost.at, lost.text);
      },
    });
  }, [editing, note]);
}
