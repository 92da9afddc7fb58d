import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { usePresence } from "#client/board/usePresence.ts";
import { useKeptDraft } from "#client/features/section/keptDrafts.ts";
import { addItem, removeItem, replaceItem } from "./editItems.ts";
import type { ControlProps } from "./FieldControl.tsx";
import { asText } from "./fitsField.ts";
import { nameProps } from "./naming.ts";
import growStyles from "./SharedText.module.css";
import styles from "./StringsField.module.css";

/** A list of short texts, one to a line. Enter goes to the next one. */
export function StringsField({ place, value, naming, look }: ControlProps) {
  const t = useTranslations("fields");
  const group = useRef<HTMLUListElement>(null);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const goTo = (line: number) => {
    const inputs = group.current?.querySelectorAll("textarea");
    inputs?.[Math.max(0, Math.min(line, inputs.length - 1))]?.focus();
  };
  return (
    <ul {...nameProps(naming)} ref={group} className={`${styles.lines} ${styles[look]}`}>
      {items.map((item, index) => (
        <StringLine
          // Items have no identity: with the text alone, two equal ones would share one line.
          key={`${occurrence(items, index)} ${asText(item)}`}
          item={item}
          label={t("lineOf", { label: naming.label, number: index + 1 })}
          removeLabel={t("removeOne", { name: asText(item) })}
          onChange={(next) => replaceItem(place.itemsForWriting(), index, item, next)}
          onRemove={() => {
            removeItem(place.itemsForWriting(), index, item);
            goTo(index);
          }}
          onNext={() => goTo(index + 1)}
        />
      ))}
      <NewLine
        id={`${naming.id}-new`}
        label={t("addTo", { label: naming.label })}
        placeholder={t("add")}
        onAdd={(text) => addItem(place.itemsForWriting(), text)}
      />
    </ul>
  );
}

function occurrence(items: readonly unknown[], index: number): number {
  return items.slice(0, index).filter((item) => item === items[index]).length;
}

type LineProps = {
  item: unknown;
  label: string;
  removeLabel: string;
  onChange: (text: string) => void;
  onRemove: () => void;
  onNext: () => void;
};

function StringLine({ item, label, removeLabel, onChange, onRemove, onNext }: LineProps) {
  const { setTyping } = usePresence();
  const [draft, setDraft] = useState<string | null>(null);
  useKeptDraft(draft ?? "");
  const commit = () => {
    if (draft === null) return;
    if (draft.trim() === "") onRemove();
    else if (draft.trim() !== item) onChange(draft.trim());
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      // Leaving the line is what takes it over.
      event.preventDefault();
      onNext();
    } else if (event.key === "Escape" && draft !== null) {
      event.preventDefault();
      setDraft(null);
    } else if (event.key === "Backspace" && (draft ?? asText(item)) === "") {
      event.preventDefault();
      onRemove();
    }
  };
  return (
    <li className={styles.line}>
      <span aria-hidden className={styles.dash} />
      <GrowingLine
        label={label}
        text={draft ?? asText(item)}
        onChange={(text) => {
          setDraft(text);
          setTyping();
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
        <X aria-hidden size={16} />
      </button>
    </li>
  );
}

type NewLineProps = { id: string; label: string; placeholder: string; onAdd: (text: string) => void };

function NewLine({ id, label, placeholder, onAdd }: NewLineProps) {
  const { setTyping } = usePresence();
  const [draft, setDraft] = useState("");
  useKeptDraft(draft);
  const add = () => {
    if (draft.trim() === "") return;
    onAdd(draft.trim());
    setDraft("");
  };
  return (
    <li className={`${styles.line} ${styles.new}`}>
      <Plus aria-hidden size={16} className={styles.plus} />
      <GrowingLine
        id={id}
        label={label}
        placeholder={placeholder}
        text={draft}
        onChange={(text) => {
          setDraft(text);
          setTyping();
        }}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) {
            event.preventDefault();
            add();
          } else if (event.key === "Escape" && draft !== "") {
            event.preventDefault();
            setDraft("");
          }
        }}
      />
    </li>
  );
}

type GrowingProps = {
  id?: string;
  label: string;
  text: string;
  placeholder?: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** One line to write in, drawn on as many as it needs. */
function GrowingLine({ label, text, onChange, ...rest }: GrowingProps) {
  return (
    <div className={`${growStyles.grow} ${styles.text}`} data-text={text}>
      <textarea
        {...rest}
        rows={1}
        aria-label={label}
        value={text}
        onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, " "))}
      />
    </div>
  );
}
