import type { ReactNode } from "react";
import type { SectionId } from "#shared/sheet/sections.ts";
import styles from "./OpenButton.module.css";
import type { CardHandlers } from "./useSheetFocus.ts";

export type OpenProps = {
  /** Does Tab come here? */
  isStop: boolean;
  handlers: CardHandlers;
};

type Props = OpenProps & { id: SectionId; name: string; lang: string; children: ReactNode };

/** Opens a section. It is the words of its heading, and answers on the whole card around it. */
export function OpenButton({ id, name, lang, isStop, handlers, children }: Props) {
  return (
    <button
      type="button"
      className={styles.open}
      data-open={id}
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      lang={lang}
      onClick={() => handlers.onOpen(id)}
      onFocus={() => handlers.onFocus(id)}
      onKeyDown={(event) => handlers.onKeyDown(id, event)}
    >
      {children}
    </button>
  );
}
