import type { ComponentProps, FocusEvent } from "react";
import { useTranslations } from "use-intl";
import { usePresence } from "#client/board/usePresence.ts";
import { personClass } from "#client/ui/personClass.ts";
import styles from "./Occupied.module.css";
import { useSectionContent } from "./SectionContext.tsx";

type Props = ComponentProps<"div"> & {
  fieldKey: string;
  /** Does not show who is in it. */
  isQuiet?: boolean;
};

/** Tells the others that my caret is in here, and shows who else is: their colour around it, their first name on a flag. */
export function Occupied({ fieldKey, isQuiet = false, className, children, ...rest }: Props) {
  const t = useTranslations("section");
  const { people } = useSectionContent();
  const { setField } = usePresence();
  const inside = isQuiet ? [] : people.filter((person) => person.field === fieldKey);
  const [first] = inside;
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    const { relatedTarget } = event;
    if (!(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget))) setField(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the focus come and go.
    <div
      {...rest}
      className={[styles.occupied, first && personClass(first.color), className].filter(Boolean).join(" ")}
      onFocus={() => setField(fieldKey)}
      onBlur={leave}
    >
      {children}
      {first && (
        <span className={styles.flag}>{t("writers", { name: first.name, others: inside.length - 1 })}</span>
      )}
    </div>
  );
}
