import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useKeptDraft } from "#client/features/section/keptDrafts.ts";
import { Button } from "#client/ui/Button.tsx";
import { type NoteKind, noteKinds, noteTextMax } from "#shared/board/notes.ts";
import noteStyles from "./Note.module.css";
import styles from "./NoteComposer.module.css";
import type { NoteActions } from "./useNoteActions.ts";

const counterFrom = noteTextMax - 200;

/** Writes a whole note before it is put among the others. */
export function NoteComposer({ actions }: { actions: NoteActions }) {
  const t = useTranslations("notes");
  const [text, setText] = useState("");
  useKeptDraft(text);
  const [kind, setKind] = useState<NoteKind>("idea");
  const id = useId();
  const add = () => {
    if (text.trim() === "") return;
    actions.add(kind, undefined, text.trim());
    setText("");
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label htmlFor={id} className={styles.label}>
        {t("yourNote")}
      </label>
      <div className={`${noteStyles.note} ${noteStyles[kind]} ${styles.paper}`}>
        <textarea
          id={id}
          value={text}
          rows={3}
          maxLength={noteTextMax}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            add();
          }}
        />
        {text.length >= counterFrom && (
          <span className={styles.counter}>{t("counter", { length: text.length, max: noteTextMax })}</span>
        )}
      </div>
      <fieldset className={styles.kinds} aria-label={t("kinds")}>
        {noteKinds.map((one) => (
          <label key={one} className={`${noteStyles.note} ${noteStyles[one]} ${styles.kind}`}>
            <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} />
            {t(`kind.${one}`)}
          </label>
        ))}
      </fieldset>
      <Button type="submit" kind="primary" size="large" wide aria-disabled={text.trim() === ""}>
        <Plus aria-hidden />
        {t("addThis")}
      </Button>
    </form>
  );
}
