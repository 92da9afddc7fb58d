import { type KeyboardEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#client/ui/Button.tsx";
import styles from "./LinkForm.module.css";
import { linkFrom } from "./proseLink.ts";

type Props = {
  /** The address of the link under the caret. */
  href: string | undefined;
  onSet: (href: string) => void;
  onRemove: () => void;
  onCancel: () => void;
};

/** The address of a link. Not a form element: in a page a form would be sent, here Enter only sets the link. */
export function LinkForm({ href, onSet, onRemove, onCancel }: Props) {
  const t = useTranslations("prose");
  const [text, setText] = useState(href ?? "");
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  const set = () => {
    const address = linkFrom(text);
    if (address === undefined) setRefused(true);
    else onSet(address);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      set();
    } else if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <div className={styles.form}>
      <label htmlFor={id}>{t("address")}</label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: the button that opened it asked for an address.
        autoFocus
        value={text}
        inputMode="url"
        autoComplete="off"
        aria-invalid={isRefused || undefined}
        aria-describedby={isRefused ? `${id}-refused` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setRefused(false);
        }}
        onKeyDown={onKeyDown}
      />
      <Button kind="primary" onClick={set}>
        {t("setLink")}
      </Button>
      {href !== undefined && <Button onClick={onRemove}>{t("removeLink")}</Button>}
      {isRefused && (
        <p id={`${id}-refused`} role="alert" className={styles.refused}>
          {t("notALink")}
        </p>
      )}
    </div>
  );
}
