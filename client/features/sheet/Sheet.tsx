import { type ReactNode, useEffect, useRef } from "react";
import { useMedia } from "#client/ui/useMedia.ts";
import type { PhaseId } from "#shared/sheet/phases.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { Poster } from "./Poster.tsx";
import styles from "./Sheet.module.css";
import { SheetList } from "./SheetList.tsx";
import { focusOn } from "./useSheetFocus.ts";

/** A place on the sheet: left and top as shares of its width and height. */
type SheetPlace = { x: number; y: number };

export type SheetProps = {
  onOpen: (id: SectionId) => void;
  /** Takes the focus: the section one comes back from. */
  focusSection?: SectionId;
  /** The phase brought forward; the other bands are dimmed. */
  phase: "all" | PhaseId;
  /**
   * What is drawn over the card of a section, who writes in it for example: laid on the card (absolute, inset 0),
   * may hang out of it. It draws itself again; the function must stay the same.
   */
  flag?: (id: SectionId) => ReactNode;
  /** Drawn over the whole sheet, with the size of the sheet. Not on a phone. */
  overlay?: ReactNode;
  /** Where the mouse is on the sheet; null when it leaves. Called at every move. Not on a phone. */
  onPointer?: (place: SheetPlace | null) => void;
};

const isNarrow = "(max-width: 719px)";

/** The sheet of the open board: the whole poster, or on a phone a list of its phases and sections. */
export function Sheet({ onOpen, focusSection, phase, flag, overlay, onPointer }: SheetProps) {
  const root = useRef<HTMLDivElement>(null);
  const narrow = useMedia(isNarrow);
  useEffect(() => {
    if (focusSection !== undefined) focusOn(root.current, focusSection);
  }, [focusSection]);
  return (
    <div ref={root} className={styles.root}>
      {narrow ? (
        <SheetList root={root} onOpen={onOpen} phase={phase} flag={flag} />
      ) : (
        <Poster
          root={root}
          onOpen={onOpen}
          phase={phase}
          flag={flag}
          overlay={overlay}
          onPointer={onPointer}
        />
      )}
    </div>
  );
}
