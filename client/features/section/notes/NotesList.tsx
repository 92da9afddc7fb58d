import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "#client/board/usePresence.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { personClass } from "#client/ui/personClass.ts";
import type { Note } from "#shared/board/notes.ts";
import noteStyles from "./Note.module.css";
import { NoteBar } from "./NoteBar.tsx";
import { NoteComposer } from "./NoteComposer.tsx";
import { NoteEditor } from "./NoteEditor.tsx";
import styles from "./NotesList.module.css";
import { noteKey } from "./noteKey.ts";
import { type NoteActions, useNoteActions } from "./useNoteActions.ts";

/** On a phone: write a note, then all notes one under the other. */
export function NotesList({ notes }: { notes: readonly Note[] }) {
  const t = useTranslations("notes");
  const { isWritable } = useSectionContent();
  const actions = useNoteActions();
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <section className={styles.panel} aria-labelledby="notes-title">
      {isWritable && <NoteComposer actions={actions} />}
      <h2 id="notes-title" className={styles.title}>
        {t("title")} <span className={styles.count}>{t("count", { count: notes.length })}</span>
      </h2>
      {notes.length > 0 && (
        <ul className={styles.list}>
          {notes.map((note) => (
            <ListNote
              key={note.id}
              note={note}
              actions={actions}
              isSelected={selected === note.id}
              onSelect={(isSelected) => setSelected(isSelected ? note.id : null)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type Props = {
  note: Note;
  actions: NoteActions;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
};

// The size of a note that is read on a phone, in px.
const size = 18;

function ListNote({ note, actions, isSelected, onSelect }: Props) {
  const t = useTranslations("notes");
  const { isWritable, mayRewrite, people } = useSectionContent();
  const [isEditing, setEditing] = useState(false);
  const author = usePeople().find((person) => person.id === note.author);
  const writer = people.find((person) => person.field === noteKey(note.id));
  const foot = [t(`kind.${note.kind}`), writer ? t("writes", { name: writer.name }) : author?.name]
    .filter(Boolean)
    .join(" · ");
  const className = [
    noteStyles.note,
    noteStyles[note.kind],
    styles.note,
    writer && noteStyles.written,
    writer && personClass(writer.color),
  ]
    .filter(Boolean)
    .join(" ");
  const content = (
    <>
      <span className={styles.text}>{note.text}</span>
      <span className={noteStyles.foot}>{foot}</span>
    </>
  );
  if (isEditing && mayRewrite(note))
    return (
      <li>
        <NoteEditor
          note={note}
          size={size}
          className={styles.note ?? ""}
          onEnd={() => {
            setEditing(false);
            actions.dropIfEmpty(note.id);
          }}
        />
      </li>
    );
  return (
    <li>
      {isWritable ? (
        <button
          type="button"
          className={className}
          aria-expanded={isSelected}
          onClick={() => onSelect(!isSelected)}
        >
          {content}
        </button>
      ) : (
        <div className={className}>{content}</div>
      )}
      {isSelected && isWritable && (
        <div className={styles.bar}>
          <NoteBar
            note={note}
            actions={actions}
            onEdit={() => setEditing(true)}
            onRemove={() => actions.remove(note.id)}
            onMoveTo={(target) => actions.moveTo(note.id, target)}
          />
        </div>
      )}
    </li>
  );
}
