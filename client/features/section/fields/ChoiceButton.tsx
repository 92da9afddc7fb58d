import { Check, ChevronDown, Plus, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  useFilter,
} from "react-aria-components";
import { useTranslations } from "use-intl";
import listStyles from "#client/ui/Popover.module.css";
import styles from "./ChoiceButton.module.css";
import { type Naming, nameWithValue } from "./naming.ts";

export type Choice = { id: string; label: string; mark?: ReactNode };

type Props = {
  naming: Naming;
  look: "form" | "cell";
  choices: readonly Choice[];
  selected: readonly string[];
  /** One choice closes the list; several keep it open. */
  several?: boolean;
  onChange: (selected: string[]) => void;
  /** What the button shows; and, in words, what it says. */
  children: ReactNode;
  valueText: string;
  /** Nothing is chosen where something is expected: the button then says what it does. */
  isMissing?: boolean;
  isEmpty: boolean;
  clearLabel: string;
  /** With it, a name that is not in the list can be added to it. */
  create?: { label: (name: string) => string; onCreate: (name: string) => void };
};

// A list that is seen at a glance needs no search.
const searchedFrom = 8;
const clearId = "$clear";
const createId = "$create";

/** A button that shows what is chosen and opens the list. The list exists only while it is open. */
export function ChoiceButton(props: Props) {
  const { naming, look, isMissing, isEmpty, valueText, children } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const className = [styles.button, styles[look], isEmpty && (isMissing ? styles.missing : styles.empty)];
  return (
    <>
      <button
        {...nameWithValue(naming, valueText)}
        ref={button}
        type="button"
        className={className.filter(Boolean).join(" ")}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span className={styles.value}>{children}</span>
        <ChevronDown aria-hidden className={styles.chevron} />
      </button>
      {isOpen && (
        <Popover
          triggerRef={button}
          isOpen
          onOpenChange={setOpen}
          placement="bottom start"
          className={`${listStyles.popover ?? ""} ${styles.popover ?? ""}`}
        >
          <Dialog aria-label={naming.label} className={styles.dialog ?? ""}>
            <ChoiceList {...props} onClose={() => setOpen(false)} />
          </Dialog>
        </Popover>
      )}
    </>
  );
}

function ChoiceList(props: Props & { onClose: () => void }) {
  const { naming, choices, selected, several, onChange, onClose, clearLabel, isEmpty, create } = props;
  const t = useTranslations("fields");
  const { contains } = useFilter({ sensitivity: "base" });
  const [search, setSearch] = useState("");
  const isSearched = choices.length >= searchedFrom || create !== undefined;
  const wanted = search.trim();
  const listBox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSearched) return;
    // The options are drawn one step after their list; on the chosen one, a screen reader says where one is.
    const frame = requestAnimationFrame(() => {
      const chosen = listBox.current?.querySelector<HTMLElement>('[aria-selected="true"]');
      (chosen ?? listBox.current?.querySelector<HTMLElement>("[role=option]"))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isSearched]);
  const isNew = create !== undefined && wanted !== "" && !choices.some(({ label }) => label === wanted);
  const choose = (keys: string[]) => {
    if (keys.includes(clearId)) onChange([]);
    else if (keys.includes(createId)) create?.onCreate(wanted);
    else if (several || keys.length > 0) onChange(keys);
    if (!several || keys.includes(clearId)) onClose();
    else if (keys.includes(createId)) setSearch("");
  };
  const list = (
    <ListBox
      ref={listBox}
      aria-label={naming.label}
      className={listStyles.list ?? ""}
      selectionMode={several ? "multiple" : "single"}
      // Esc closes the list; by itself the list would first forget all that is chosen.
      escapeKeyBehavior="none"
      selectedKeys={selected}
      onSelectionChange={(keys) =>
        choose(keys === "all" ? choices.map(({ id }) => id) : [...keys].map(String))
      }
      renderEmptyState={() => <p className={styles.none}>{t("noChoice")}</p>}
    >
      {choices.map((choice) => (
        <ListBoxItem
          key={choice.id}
          id={choice.id}
          textValue={choice.label}
          className={listStyles.item ?? ""}
        >
          {choice.mark}
          <span className={listStyles.words}>{choice.label}</span>
          <Check aria-hidden className={listStyles.tick} />
        </ListBoxItem>
      ))}
      {!isEmpty && (
        <ListBoxItem id={clearId} textValue={clearLabel} className={`${listStyles.item} ${styles.clear}`}>
          <X aria-hidden />
          <span className={listStyles.words}>{clearLabel}</span>
        </ListBoxItem>
      )}
      {isNew && (
        <ListBoxItem id={createId} textValue={wanted} className={listStyles.item ?? ""}>
          <Plus aria-hidden />
          <span className={listStyles.words}>{create.label(wanted)}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
  if (!isSearched) return list;
  return (
    <Autocomplete inputValue={search} onInputChange={setSearch} filter={contains}>
      <SearchField aria-label={t("search")} autoFocus className={styles.search ?? ""}>
        <Input placeholder={t("search")} className={styles.searchInput ?? ""} />
      </SearchField>
      {list}
    </Autocomplete>
  );
}
