import type { SectionId } from "#shared/sheet/sections.ts";
import styles from "./OpenButton.module.css";
import type { CardHandlers } from "./useSheetFocus.ts";

export type OpenProps = {
  /** Does Tab come here? */
  isStop: boolean;
  handlers: CardHandlers;
};

type Props = OpenProps & { id: SectionId; name: string };

/** Opens a section: lies on the whole card, under whose heading it stands, and says the whole card in words. */
export function OpenButton({ id, name, isStop, handlers }: Props) {
  return (
    <button
      type="button"
      className={styles.open}
      data-open={id}
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      onClick={() => handlers.onOpen(id)}
      onFocus={() => handlers.onFocus(id)}
      onKeyDown={(event) => handlers.onKeyDown(id, event)}
    />
  );
}
