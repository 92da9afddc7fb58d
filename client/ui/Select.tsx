import { Check, ChevronDown } from "lucide-react";
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import listStyles from "./Popover.module.css";
import styles from "./Select.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export type SelectOption = {
  id: string;
  label: string;
  hint?: string;
  /** A custom property or colour token, shown as a paper swatch: `var(--note-ciel)`. */
  swatch?: string;
};

type Props = {
  label: string;
  labelHidden?: boolean;
  options: readonly SelectOption[];
  /** `null`: nothing chosen yet. */
  value: string | null;
  onChange: (id: string) => void;
  /** Shown when nothing is chosen. */
  placeholder: string;
  isDisabled?: boolean;
  className?: string;
};

/** One choice in a list that opens. Give an option of your own to go back to nothing. */
export function Select({
  label,
  labelHidden,
  options,
  value,
  onChange,
  placeholder,
  isDisabled,
  className,
}: Props) {
  return (
    <AriaSelect
      className={[styles.field, className].filter(Boolean).join(" ")}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      placeholder={placeholder}
      isDisabled={isDisabled ?? false}
    >
      <Label className={styles.label ?? ""}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </Label>
      <Button className={styles.button ?? ""}>
        <SelectValue className={styles.value ?? ""} />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={listStyles.popover ?? ""}>
        <ListBox className={listStyles.list ?? ""}>
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              className={listStyles.item ?? ""}
            >
              {option.swatch && (
                <span aria-hidden className={listStyles.swatch} style={{ background: option.swatch }} />
              )}
              <span className={listStyles.words}>
                {option.label}
                {option.hint && <span className={listStyles.hint}>{option.hint}</span>}
              </span>
              <Check aria-hidden className={listStyles.tick} />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
