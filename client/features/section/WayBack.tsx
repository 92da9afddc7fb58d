import { Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
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
            onClick={() => {
              offer.undo();
              setHeld(false);
              onClose();
              onUndone(t("putBack"));
            }}
          >
            <Undo2 aria-hidden />
            {t("undo")}
          </button>
        </div>
      )}
    </>
  );
}
