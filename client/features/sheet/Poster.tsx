import { type PointerEvent, type RefObject, useRef } from "react";
import { useTranslations } from "use-intl";
import { useBoardLocale } from "#client/board/useSection.ts";
import { FrameRow } from "./FrameRow.tsx";
import { LoopArrow } from "./LoopArrow.tsx";
import { PhaseBand } from "./PhaseBand.tsx";
import styles from "./Poster.module.css";
import type { SheetProps } from "./Sheet.tsx";
import { bandPhases, walkSheet } from "./sheetGrid.ts";
import { useFit } from "./useFit.ts";
import { useSheetFocus } from "./useSheetFocus.ts";

type Props = Pick<SheetProps, "onOpen" | "phase"> & {
  root: RefObject<HTMLElement | null>;
  flag: SheetProps["flag"];
  overlay: SheetProps["overlay"];
  onPointer: SheetProps["onPointer"];
};

/** The whole sheet at once, as large as its room allows. */
export function Poster({ root, onOpen, phase, flag, overlay, onPointer }: Props) {
  const t = useTranslations("sheet");
  const locale = useBoardLocale();
  const sheet = useRef<HTMLElement>(null);
  useFit(sheet);
  const { stop, handlers } = useSheetFocus({ root, first: "project_title", walk: walkSheet, onOpen });
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    // A finger points only while it presses: there is nothing to follow.
    if (onPointer === undefined || event.pointerType === "touch") return;
    const box = event.currentTarget.getBoundingClientRect();
    onPointer({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  };
  return (
    <div className={styles.room}>
      <section
        ref={sheet}
        className={styles.sheet}
        aria-label={t("name")}
        lang={locale}
        onPointerMove={onPointerMove}
        onPointerLeave={() => onPointer?.(null)}
      >
        <FrameRow stop={stop} handlers={handlers} flag={flag} />
        {bandPhases.map((band) => (
          <PhaseBand
            key={band}
            phase={band}
            isDimmed={phase !== "all" && phase !== band}
            stop={stop}
            handlers={handlers}
            flag={flag}
          />
        ))}
        <LoopArrow />
        {overlay}
      </section>
    </div>
  );
}
