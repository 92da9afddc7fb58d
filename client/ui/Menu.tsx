import { Square, SquareCheck } from "lucide-react";
import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  Button,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import { type ButtonLook, buttonClass } from "./buttonClass.ts";
import styles from "./Popover.module.css";

export type MenuEntry = {
  id: string;
  label: string;
  icon?: ReactNode;
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
  /** In a group where every entry says it: something that is on or off, with a box in place of an icon. */
  isChecked?: boolean;
};

/** Entries that belong together, under a heading, or under a name that is only heard. */
export type MenuGroup = { entries: readonly MenuEntry[] } & ({ heading: string } | { label: string });

type Props = ButtonLook & {
  /** Name of the button, also of the menu. */
  label: string;
  /** What the button shows; the label when nothing is given. */
  trigger?: ReactNode;
  entries: readonly (MenuEntry | MenuGroup)[];
  onChoose: (id: string) => void;
  className?: string;
  isDisabled?: boolean;
};

/** A button that opens a list of commands. */
export function Menu({ label, trigger, entries, onChoose, className, isDisabled, ...look }: Props) {
  const all = entries.flatMap((entry) => ("entries" in entry ? entry.entries : [entry]));
  return (
    <MenuTrigger>
      <Button
        className={[buttonClass(look), className].filter(Boolean).join(" ")}
        isDisabled={isDisabled ?? false}
        {...(trigger ? { "aria-label": label } : {})}
      >
        {trigger ?? label}
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom end">
        <AriaMenu
          className={styles.list ?? ""}
          aria-label={label}
          onAction={(key) => onChoose(String(key))}
          disabledKeys={all.filter((entry) => entry.disabled).map((entry) => entry.id)}
        >
          {entries.map((entry) =>
            "entries" in entry ? (
              <Group key={entry.entries.map(({ id }) => id).join()} group={entry} />
            ) : (
              <Item key={entry.id} entry={entry} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Group({ group }: { group: MenuGroup }) {
  const { entries } = group;
  const checked = entries.filter((entry) => entry.isChecked).map((entry) => entry.id);
  const items = entries.map((entry) => <Item key={entry.id} entry={entry} />);
  const isOfBoxes = entries.some((entry) => entry.isChecked !== undefined);
  return (
    <MenuSection
      className={styles.group ?? ""}
      {...("label" in group && { "aria-label": group.label })}
      {...(isOfBoxes && { selectionMode: "multiple" as const, selectedKeys: checked })}
    >
      {"heading" in group && <Header className={styles.heading ?? ""}>{group.heading}</Header>}
      {items}
    </MenuSection>
  );
}

function Item({ entry }: { entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className={[styles.item, entry.danger && styles.danger].filter(Boolean).join(" ")}
    >
      {entry.isChecked === undefined ? entry.icon : <Box isChecked={entry.isChecked} />}
      <span className={styles.words}>
        {entry.label}
        {entry.hint && <span className={styles.hint}>{entry.hint}</span>}
      </span>
    </MenuItem>
  );
}

/** Only drawn: the entry itself says whether it is on. */
function Box({ isChecked }: { isChecked: boolean }) {
  return isChecked ? <SquareCheck aria-hidden /> : <Square aria-hidden />;
}
