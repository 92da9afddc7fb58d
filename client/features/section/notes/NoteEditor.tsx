import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { usePresence } from "#client/board/usePresence.ts";
import { SharedText } from "#client/features/section/fields/SharedText.tsx";
import { type Note, noteText, noteTextMax } from "#shared/board/notes.ts";
import noteStyles from "./Note.module.css";
import styles from "./NoteEditor.module.css";
import { noteKey } from "./noteKey.ts";

// From here on, how much room is left is worth knowing.
const counterFrom = noteTextMax - 200;

type Props = {
  note: Note;
  size: number;
  className: string;
  onEnd: (isStaying: boolean) => void;
  /** Tab makes the next note; without it, Tab goes on as everywhere. */
  onNext?: () => void;
};

/** A note being written. Esc or Ctrl+Enter ends, Tab makes the next one. */
export function NoteEditor({ note, size, className, onEnd, onNext }: Props) {
  const t = useTranslations("notes");
  const { board } = useBoard();
  const { setField } = usePresence();
  const input = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(note.text.length);
  const hasEnded = useRef(false);
  const text = noteText(board, note.id);
  const source = useMemo(
    () => text && { text: () => text, read: () => text.toString(), forWriting: () => text },
    [text],
  );
  useEffect(() => {
    setField(noteKey(note.id));
    const field = input.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
    return () => setField(null);
  }, [note.id, setField]);
  if (source === undefined) return null;

  const end = (isStaying: boolean) => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(isStaying);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      end(true);
    } else if (onNext && event.key === "Tab" && !event.shiftKey && source.read().trim() !== "") {
      event.preventDefault();
      end(false);
      onNext();
    }
  };
  return (
    <div className={[noteStyles.note, noteStyles[note.kind], styles.editor, className].join(" ")}>
      <div style={{ fontSize: size }} className={styles.size}>
        <SharedText
          source={source}
          inputRef={input}
          className={styles.text}
          aria-label={t("text")}
          aria-description={t("editorKeys")}
          maxLength={noteTextMax}
          onShown={(shown) => setLength(shown.length)}
          onKeyDown={onKeyDown}
          // Another window in front is no end: one comes back and goes on.
          onBlur={() => document.hasFocus() && end(false)}
        />
      </div>
      {length >= counterFrom && (
        <span className={styles.counter}>{t("counter", { length, max: noteTextMax })}</span>
      )}
    </div>
  );
}
