import { useTranslations } from "use-intl";
import { Button } from "#client/ui/Button.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import styles from "./FieldView.module.css";
import { asText } from "./fitsField.ts";
import { nameProps } from "./naming.ts";

/** A value that this field cannot hold, written by another program: shown as it is, with a way to put another. */
export function StrangeValue({ place, value, naming }: ControlProps) {
  const t = useTranslations("fields");
  return (
    <fieldset {...nameProps(naming)} className={styles.strange}>
      <span className={styles.strangeValue}>{asText(value)}</span>
      <Button onClick={() => place.write(undefined)}>{t("replace")}</Button>
    </fieldset>
  );
}
