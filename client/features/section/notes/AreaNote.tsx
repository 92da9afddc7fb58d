import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "#client/board/usePresence.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { personClass } from "#client/ui/personClass.ts";
import type { Note } from "#shared/board/notes.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import styles from "./AreaNote.module.css";
import { fitText } from "./fitText.ts";
import noteStyles from "./Note.module.css";
import { NoteBar } from "./NoteBar.tsx";
import { NoteEditor } from "./NoteEditor.tsx";
import { noteKey } from "./noteKey.ts";
import type { NoteActions } from "./useNoteActions.ts";
import { useNoteDrag } from "./useNoteDrag.ts";

type Props = {
  note: Note;
  width: number;
  stacking: number;
  isSelected: boolean;
  isEditing: boolean;
  actions: NoteActions;
  onSelect: () => void;
  onEdit: () => void;
  /** `isStaying`: by a key, so the focus stays on the note. */
  onEnd: (isStaying: boolean) => void;
  onNext: () => void;
  onRemove: () => void;
  onMoveTo: (section: SectionId) => void;
};

// One press of an arrow, in px; with Shift, one column of dots.
const nudge = 8;
const bigNudge = 24;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One note on the area: chosen by a click, written in by Enter or a double-click, moved by the pointer or the arrows. */
export function AreaNote(props: Props) {
  const {
    note,
    width,
    stacking,
    isSelected,
    isEditing,
    actions,
    onSelect,
    onEdit,
    onEnd,
    onNext,
    onRemove,
    onMoveTo,
  } = props;
  const t = useTranslations("notes");
  const rules = useTranslations("rules");
  const { isWritable, mayRewrite, people, announce } = useSectionContent();
  const isRewritable = mayRewrite(note);
  const author = usePeople().find((person) => person.id === note.author);
  const writer = people.find((person) => person.field === noteKey(note.id));
  const item = useRef<HTMLLIElement>(null);
  const drag = useNoteDrag(item, (at) => actions.move(note.id, at));
  const [x, y] = note.at;

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const arrow = arrows[event.key];
    const area = item.current?.parentElement;
    if (arrow !== undefined && area) {
      event.preventDefault();
      const step = event.shiftKey ? bigNudge : nudge;
      actions.move(note.id, [
        x + (arrow[0] * step) / area.clientWidth,
        y + (arrow[1] * step) / area.clientHeight,
      ]);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      if (isRewritable) onRemove();
      else announce(rules("noteKept"));
    }
  };
  const edit = () => {
    if (isRewritable) onEdit();
    else announce(rules("noteKept"));
  };
  // A click of the keyboard or of a screen reader has no pointer behind it: it opens the note at once.
  const onClick = (event: MouseEvent) => {
    if (drag.hasMoved()) return;
    if (event.detail === 0 || (isSelected && drag.wasSelected())) edit();
    else onSelect();
  };
  const name = [t(`kind.${note.kind}`), note.text.trim() === "" ? t("empty") : note.text, author?.name]
    .filter(Boolean)
    .join(", ");
  const foot = writer ? t("writes", { name: writer.name }) : author?.name;
  const { size, lines } = fitText(note.text, width, foot !== undefined);
  const className = [
    noteStyles.note,
    noteStyles[note.kind],
    styles.face,
    isSelected && styles.selected,
    drag.isDragging && styles.lifted,
    writer && noteStyles.written,
    writer && personClass(writer.color),
  ]
    .filter(Boolean)
    .join(" ");
  const face = (
    <>
      <span className={styles.text} style={{ fontSize: size, WebkitLineClamp: lines }}>
        {note.text}
      </span>
      {foot && <span className={noteStyles.foot}>{foot}</span>}
    </>
  );
  return (
    <li
      ref={item}
      data-note={note.id}
      className={styles.place}
      style={{
        width,
        left: `min(${x * 100}%, 100% - ${width}px)`,
        top: `min(${y * 100}%, 100% - 116px)`,
        zIndex: isSelected || drag.isDragging ? 10_000 : stacking,
        transform: isWritable ? drag.transform : undefined,
      }}
    >
      {!isWritable && <div className={className}>{face}</div>}
      {isRewritable && isEditing && (
        <NoteEditor
          note={note}
          size={size}
          className={`${styles.face} ${styles.selected}`}
          onEnd={onEnd}
          onNext={onNext}
        />
      )}
      {isWritable && !(isRewritable && isEditing) && (
        <button
          type="button"
          className={className}
          aria-label={name}
          aria-description={isRewritable ? t("keys") : `${rules("noteKept")} ${t("keysKept")}`}
          onFocus={onSelect}
          onClick={onClick}
          onDoubleClick={edit}
          onKeyDown={onKeyDown}
          {...drag.handlers}
        >
          {face}
        </button>
      )}
      {isSelected && !isEditing && !drag.isDragging && isWritable && (
        <NoteBar
          note={note}
          actions={actions}
          onEdit={onEdit}
          onRemove={onRemove}
          onMoveTo={onMoveTo}
          isFloating
        />
      )}
    </li>
  );
}
