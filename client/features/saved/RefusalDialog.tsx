import { useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { useBoardSession } from "#client/board/BoardContext.tsx";
import type { RefusedReason } from "#client/board/closeReason.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import styles from "./RefusalDialog.module.css";
import { reloadNewest } from "./reloadNewest.ts";

const afterReload: readonly RefusedReason[] = ["clientTooOld", "notTheProtocol"];

/** The server said no for good: why, the words that did not get through, and the one way on. */
export function RefusalDialog({ onAccessLost }: { onAccessLost: () => void }) {
  const t = useTranslations("saved");
  const common = useTranslations("common");
  const { isKept, saved, unsent, session, reopen } = useBoardSession();
  if (saved.state !== "refused") return null;
  const { reason } = saved;

  const waysOn: Record<RefusedReason, { label: string; act: () => void }> = {
    accessLost: {
      label: common("backHome"),
      // What a link let in goes with the link.
      act: () => void session.erase().finally(onAccessLost),
    },
    updateRefused: { label: t("reopen"), act: () => void reopen() },
    placeNotAllowed: { label: t("reopen"), act: () => void reopen() },
    boardRestored: { label: t("reopen"), act: () => void reopen() },
    tooLarge: { label: t("reopen"), act: () => void reopen() },
    tooFast: { label: t("resume"), act: () => session.reconnect() },
    clientTooOld: { label: common("reload"), act: () => void reloadNewest() },
    notTheProtocol: { label: common("reload"), act: () => void reloadNewest() },
  };
  const { label, act } = waysOn[reason];
  // Where the replica goes on, nothing is lost and nothing needs copying.
  const goesOn = reason === "tooFast" || (isKept && afterReload.includes(reason));

  return (
    <Dialog isOpen role="alertdialog" closeLabel={common("close")} title={t(`refused.${reason}.title`)}>
      <div className={styles.refusal}>
        <p>{t(`refused.${reason}.text`)}</p>
        {!goesOn && unsent.length > 0 && <UnsentText text={unsent.join("\n\n")} />}
        <Button kind="primary" size="large" wide onClick={act}>
          {label}
        </Button>
      </div>
    </Dialog>
  );
}

function UnsentText({ text }: { text: string }) {
  const t = useTranslations("saved");
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  // Through the selection: the clipboard interface does not exist on a plain http address of a local network.
  const copy = () => {
    area.current?.select();
    document.execCommand("copy");
  };
  return (
    <div className={styles.unsent}>
      <label htmlFor={id}>{t("unsent")}</label>
      <textarea id={id} ref={area} readOnly rows={5} value={text} />
      <Button onClick={copy}>{t("copyUnsent")}</Button>
    </div>
  );
}
