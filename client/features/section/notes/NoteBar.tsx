import { ChevronDown, FolderInput, Lock, PencilLine, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { useRules } from "#client/board/useRules.ts";
import { useBoardLocale } from "#client/board/useSection.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { nameOf } from "#client/features/section/sectionNeighbours.ts";
import { Menu } from "#client/ui/Menu.tsx";
import { mayWriteIn, restrictionOf } from "#shared/access/rules.ts";
import { type Note, type NoteKind, noteKinds } from "#shared/board/notes.ts";
import { phases } from "#shared/sheet/phases.ts";
import { isSectionId, type Section, type SectionId, sections } from "#shared/sheet/sections.ts";
import noteStyles from "./Note.module.css";
import styles from "./NoteBar.module.css";
import type { NoteActions } from "./useNoteActions.ts";

type Props = {
  note: Note;
  actions: NoteActions;
  onEdit: () => void;
  onRemove: () => void;
  onMoveTo: (section: SectionId) => void;
  /** On the area it hangs beside the note; in a list it stands under it. */
  isFloating?: boolean;
};

const isNoteKind = (id: string): id is NoteKind => noteKinds.some((kind) => kind === id);

/** What can be done with the chosen note. */
export function NoteBar({ note, actions, onEdit, onRemove, onMoveTo, isFloating }: Props) {
  const t = useTranslations("notes");
  const locale = useBoardLocale();
  const rule = useTranslations("rules");
  const { sectionId, mayRewrite } = useSectionContent();
  const { role } = useBoard();
  const rules = useRules();
  const isRewritable = mayRewrite(note);
  const [x, y] = note.at;
  const className = [
    styles.bar,
    isFloating && styles.floating,
    isFloating && (y > 0.6 ? styles.above : styles.below),
    isFloating && (x > 0.45 ? styles.fromRight : styles.fromLeft),
  ];
  const phaseName = (phase: string) => phases.find(({ id }) => id === phase)?.heading[locale] ?? "";
  const whereTo = ({ id, phase }: Section) => {
    const restriction = restrictionOf(id, rules);
    const isOpen = mayWriteIn(role, id, rules);
    const why = isOpen || restriction === undefined ? [] : [rule(`chip.${restriction}`)];
    return { hint: [phaseName(phase), ...why].join(" · "), disabled: !isOpen };
  };
  return (
    <div role="toolbar" aria-label={t("toolbar")} className={className.filter(Boolean).join(" ")}>
      {isRewritable ? (
        <button type="button" className={`${styles.button} ${styles.main}`} onClick={onEdit}>
          <PencilLine aria-hidden />
          {t("write")}
        </button>
      ) : (
        <span className={styles.kept}>
          <Lock aria-hidden />
          {rule("noteKeptShort")}
        </span>
      )}
      <Menu
        kind="quiet"
        className={styles.button ?? ""}
        label={t("kindOf", { kind: t(`kind.${note.kind}`) })}
        trigger={
          <>
            <span aria-hidden className={`${noteStyles.swatch} ${noteStyles[note.kind]}`} />
            {t(`kind.${note.kind}`)}
            <ChevronDown aria-hidden />
          </>
        }
        entries={noteKinds.map((kind) => ({
          id: kind,
          label: t(`kind.${kind}`),
          icon: <span aria-hidden className={`${noteStyles.swatch} ${noteStyles[kind]}`} />,
        }))}
        onChoose={(kind) => isNoteKind(kind) && actions.setKind(note.id, kind)}
      />
      <Menu
        kind="quiet"
        square
        className={styles.button ?? ""}
        label={t("moveTo")}
        trigger={<FolderInput aria-hidden />}
        entries={sections
          .filter((section) => section.id !== sectionId)
          .map((section) => ({
            id: section.id,
            label: nameOf(section.heading[locale]),
            ...whereTo(section),
          }))}
        onChoose={(target) => isSectionId(target) && onMoveTo(target)}
      />
      {isRewritable && (
        <button
          type="button"
          className={`${styles.button} ${styles.square}`}
          aria-label={t("remove")}
          title={t("remove")}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </button>
      )}
    </div>
  );
}
