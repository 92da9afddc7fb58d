import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from "react-aria-components";
import { buttonClass } from "./buttonClass.ts";
import styles from "./Dialog.module.css";

type Props = {
  title: string;
  isOpen: boolean;
  /** Without it there is no cross: one of the dialog's own buttons must answer. */
  onClose?: () => void;
  /** Name of the cross. */
  closeLabel: string;
  /** 560 px, 960 px, the whole window for what a room looks at, or a drawer at its right. */
  size?: "plain" | "wide" | "full" | "side";
  /** `alertdialog` for a question that must be answered. */
  role?: "dialog" | "alertdialog";
  children: ReactNode;
};

/** A modal over the page: holds the focus, closes with Esc, the cross or a click beside it; at the bottom on a phone. */
export function Dialog({
  title,
  isOpen,
  onClose,
  closeLabel,
  size = "plain",
  role = "dialog",
  children,
}: Props) {
  return (
    <ModalOverlay
      className={styles.backdrop ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose?.();
      }}
      isDismissable={role === "dialog" && onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
    >
      <Modal className={[styles.modal, size !== "plain" && styles[size]].filter(Boolean).join(" ")}>
        <AriaDialog className={styles.dialog ?? ""} role={role}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title ?? ""}>
              {title}
            </Heading>
            {onClose && (
              <Button
                className={buttonClass({ kind: "quiet", square: true })}
                aria-label={closeLabel}
                onPress={onClose}
              >
                <X aria-hidden />
              </Button>
            )}
          </div>
          <div className={styles.body}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
