import { Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import { isWriting } from "./isWriting.ts";
import styles from "./WayBack.module.css";

export type WayBackOffer = { text: string; undo: () => void };

// Long enough to read it, think again and reach the button; it waits while somebody is on it.
const staysMs = 9_000;

type Props = {
  said: string;
  offer: (WayBackOffer & { number: number }) | null;
  onClose: () => void;
  onUndone: (text: string) => void;
};

/** « Note supprimée · Annuler », at the bottom of the section for a while; and what is said to screen readers. */
export function WayBack({ said, offer, onClose, onUndone }: Props) {
  const t = useTranslations("section");
  const [isHeld, setHeld] = useState(false);
  // Where one was before one came here.
  const before = useRef<Element | null>(null);
  const undo = () => {
    if (offer === null) return;
    offer.undo();
    setHeld(false);
    onClose();
    onUndone(t("putBack"));
    const back = before.current?.isConnected ? before.current : document.getElementById("section-title");
    if (back instanceof HTMLElement && !back.contains(document.activeElement)) back.focus();
  };
  const latest = useRef(undo);
  latest.current = undo;
  const isOffered = offer !== null;
  useEffect(() => {
    if (!isOffered) return;
    before.current = document.activeElement;
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo =
        event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      // Where one writes, the keys undo what was written.
      if (!isUndo || event.defaultPrevented || isWriting(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOffered]);
  useEffect(() => {
    if (offer === null || isHeld) return;
    const timer = setTimeout(onClose, staysMs);
    return () => clearTimeout(timer);
  }, [offer, isHeld, onClose]);
  return (
    <>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
      {offer !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the line from leaving.
        <div
          key={offer.number}
          className={styles.wayBack}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{offer.text}</span>
          <button
            type="button"
            className={styles.undo}
            aria-keyshortcuts="Control+Z"
            title={t("undoKeys")}
            onClick={undo}
          >
            <Undo2 aria-hidden />
            {t("undo")}
          </button>
        </div>
      )}
    </>
  );
}
