import type { ReactNode } from "react";
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { type ButtonLook, buttonClass } from "./buttonClass.ts";
import styles from "./Popover.module.css";

export type MenuEntry = {
  id: string;
  label: string;
  icon?: ReactNode;
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
};

type Props = ButtonLook & {
  /** Name of the button, also of the menu. */
  label: string;
  /** What the button shows; the label when nothing is given. */
  trigger?: ReactNode;
  entries: readonly MenuEntry[];
  onChoose: (id: string) => void;
  className?: string;
  isDisabled?: boolean;
};

/** A button that opens a list of commands. */
export function Menu({ label, trigger, entries, onChoose, className, isDisabled, ...look }: Props) {
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
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className={[styles.item, entry.danger && styles.danger].filter(Boolean).join(" ")}
            >
              {entry.icon}
              <span className={styles.words}>
                {entry.label}
                {entry.hint && <span className={styles.hint}>{entry.hint}</span>}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
