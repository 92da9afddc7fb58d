import { type ComponentProps, useId } from "react";
import styles from "./TextField.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

type Props = Omit<ComponentProps<"input">, "onChange" | "value"> & {
  label: string;
  /** The label is read but not drawn: only where the place already says it. */
  labelHidden?: boolean;
  /** Said after the label, lighter: « facultatif ». */
  hint?: string;
  description?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

/** One line of text with its label, and a sentence below when something has to be said about it. */
export function TextField({
  label,
  labelHidden,
  hint,
  description,
  error,
  onChange,
  className,
  ...rest
}: Props) {
  const id = useId();
  const words = (
    <>
      {label} {hint && <span className={styles.hint}>{hint}</span>}
    </>
  );
  const about = [description && `${id}-about`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={[styles.field, className].filter(Boolean).join(" ")}>
      <label className={styles.label} htmlFor={id}>
        {labelHidden ? <VisuallyHidden>{words}</VisuallyHidden> : words}
      </label>
      <input
        {...rest}
        id={id}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {description && (
        <p id={`${id}-about`} className={styles.description}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
