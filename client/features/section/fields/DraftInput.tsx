import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import styles from "./DraftInput.module.css";
import type { ControlProps } from "./FieldControl.tsx";
import { nameProps } from "./naming.ts";
import type { useDraft } from "./useDraft.ts";

type Props = Pick<ControlProps, "field" | "naming" | "look"> & {
  draft: ReturnType<typeof useDraft>;
  /** What a missing value says in a cell: « Fixer ». */
  placeholder: string;
  unit?: string | undefined;
  hint?: string | undefined;
  inputMode?: "decimal" | "numeric" | "text";
};

/** One line for a date, an amount or a number, with its unit, and a sentence when it is not understood. */
export function DraftInput({
  field,
  naming,
  look,
  draft,
  placeholder,
  unit,
  hint,
  inputMode = "text",
}: Props) {
  const t = useTranslations("fields");
  const input = useRef<HTMLInputElement>(null);
  const { text, refusal, isEditing } = draft;
  // What was written as one reads it has become what one edits: typing replaces it, as in any field one tabs to.
  useLayoutEffect(() => {
    if (isEditing) input.current?.select();
  }, [isEditing]);
  const aboutId = `${naming.id}-about`;
  const about = refusal ?? hint;
  const isMissing = field.required && text === "";
  return (
    <div className={look === "form" ? styles.form : styles.cell}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a click beside the input, on its unit, goes to the input. */}
      <div
        className={[styles.box, isMissing && styles.missing].filter(Boolean).join(" ")}
        onClick={() => input.current?.focus()}
      >
        <input
          {...nameProps(naming)}
          ref={input}
          value={text}
          inputMode={inputMode}
          autoComplete="off"
          placeholder={look === "cell" && field.required ? placeholder : undefined}
          aria-invalid={refusal === undefined ? undefined : true}
          aria-describedby={about === undefined ? undefined : aboutId}
          onFocus={draft.input.onFocus}
          onBlur={draft.input.onBlur}
          onChange={(event) => draft.input.onChange(event.target.value)}
          onKeyDown={draft.input.onKeyDown}
        />
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </div>
      {look === "cell" && refusal !== undefined && (
        <span aria-hidden className={styles.short}>
          {t("notUnderstood")}
        </span>
      )}
      {about !== undefined && (
        <p id={aboutId} className={refusal === undefined ? styles.hint : styles.refusal}>
          {about}
        </p>
      )}
    </div>
  );
}
