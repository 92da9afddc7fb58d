import { Plus } from "lucide-react";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { afterMenus } from "#client/features/section/afterMenus.ts";
import { useWidth } from "#client/features/section/rows/useWidth.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { scrolledByKeys } from "#client/features/section/scrolledByKeys.ts";
import { Button } from "#client/ui/Button.tsx";
import type { Note } from "#shared/board/notes.ts";
import { AreaNote } from "./AreaNote.tsx";
import styles from "./NotesArea.module.css";
import { useLostNote } from "./useLostNote.ts";
import { useNoteActions } from "./useNoteActions.ts";
import { useNoteKey } from "./useNoteKey.ts";
import { useStacking } from "./useStacking.ts";

// A note as it is designed; in a narrower area four must still stand side by side.
const designWidth = 164;
const noteHeight = 116;
const gap = 6;
// Beyond this many lines the area grows and scrolls, or notes of an import would cover each other.
const linePitch = 128;

/** The notes where people put them. Double-click on an empty place makes one there. */
export function NotesArea({ notes }: { notes: readonly Note[] }) {
  const t = useTranslations("notes");
  const { isWritable } = useSectionContent();
  const actions = useNoteActions();
  const area = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const width = useWidth(area);
  const stacking = useStacking(notes);
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const toFocus = useRef<string | null>(null);

  const noteElement = (id: string) =>
    area.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"] > button`);
  const open = (id: string) => {
    setSelected(id);
    setEditing(id);
  };
  useNoteKey(isWritable, () => open(actions.add("idea")));
  // The note's button exists again once its editor is gone.
  useEffect(() => {
    if (toFocus.current === null || editing !== null) return;
    noteElement(toFocus.current)?.focus();
    toFocus.current = null;
  });
  useEffect(() => {
    if (isWritable) return;
    setEditing(null);
    setSelected(null);
  }, [isWritable]);
  const written = notes.find((note) => note.id === editing);
  useLostNote(editing, written, actions, () => setEditing(null));
  // The focus goes elsewhere in the section: nothing is chosen any more. A menu of the note stands outside the section.
  useEffect(() => {
    if (selected === null) return;
    const onFocusIn = ({ target }: FocusEvent) => {
      const list = area.current;
      if (!(target instanceof Element) || list === null) return;
      const isInNote = target.closest("[data-note]")?.getAttribute("data-note") === selected;
      if (!isInNote && list.closest("article")?.contains(target)) setSelected(null);
    };
    document.addEventListener("focusin", onFocusIn);
    return () => document.removeEventListener("focusin", onFocusIn);
  }, [selected]);

  const onDoubleClick = (event: MouseEvent<HTMLUListElement>) => {
    if (event.target !== event.currentTarget || !isWritable) return;
    const { left, top, width: areaWidth, height } = event.currentTarget.getBoundingClientRect();
    const at = [
      (event.clientX - left - noteWidth / 2) / areaWidth,
      (event.clientY - top - noteHeight / 2) / height,
    ] as const;
    open(actions.add("idea", at));
  };
  // The note leaves the area: the focus goes to the one after it.
  const leave = (id: string, act: () => void) => {
    const index = notes.findIndex((note) => note.id === id);
    const next = notes[index + 1] ?? notes[index - 1];
    act();
    setSelected(null);
    afterMenus(() => {
      if (next === undefined) addButton.current?.focus();
      else noteElement(next.id)?.focus();
    });
  };
  const noteWidth = Math.min(designWidth, Math.max(92, width / 4 - gap));
  const lines = Math.ceil(notes.length / 4);
  return (
    <section className={styles.panel} aria-labelledby="notes-title">
      <div className={styles.head}>
        <h2 id="notes-title" className={styles.title}>
          {t("title")} <span className={styles.count}>{t("count", { count: notes.length })}</span>
        </h2>
        {isWritable && (
          <Button
            ref={addButton}
            onClick={() => open(actions.add("idea"))}
            aria-keyshortcuts="N"
            title={t("addKey")}
          >
            <Plus aria-hidden />
            {t("add")}
          </Button>
        )}
      </div>
      <div className={styles.scroll} {...scrolledByKeys(isWritable)}>
        <ul
          ref={area}
          className={styles.area}
          style={{ minHeight: lines * linePitch }}
          onDoubleClick={onDoubleClick}
        >
          {width > 0 &&
            notes.map((note) => (
              <AreaNote
                key={note.id}
                note={note}
                width={noteWidth}
                stacking={stacking(note.id)}
                isSelected={selected === note.id}
                isEditing={editing === note.id}
                actions={actions}
                onSelect={() => setSelected(note.id)}
                onEdit={() => open(note.id)}
                onEnd={(isStaying) => {
                  if (isStaying) toFocus.current = note.id;
                  setEditing((current) => (current === note.id ? null : current));
                  actions.dropIfEmpty(note.id);
                }}
                onNext={() => open(actions.add(note.kind, undefined, "", note.at))}
                onRemove={() => leave(note.id, () => actions.remove(note.id))}
                onMoveTo={(target) => leave(note.id, () => actions.moveTo(note.id, target))}
              />
            ))}
        </ul>
        {notes.length === 0 && <p className={styles.none}>{t(isWritable ? "noneYet" : "none")}</p>}
      </div>
    </section>
  );
}
