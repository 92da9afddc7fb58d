import type { ControlProps } from "./FieldControl.tsx";
import styles from "./FieldView.module.css";
import { nameProps } from "./naming.ts";
import { SharedText } from "./SharedText.tsx";

/** A text of one line or of many, written by several people at once. */
export function TextField({ field, place, naming, look }: ControlProps) {
  return (
    <SharedText
      {...nameProps(naming)}
      source={place.source}
      singleLine={field.type === "string"}
      className={look === "form" ? styles.box : styles.cell}
      data-long={field.type === "text" ? true : undefined}
    />
  );
}
