import { Maximize2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNotice } from "#client/features/language/ProblemNotice.tsx";
import type { BoardAccess } from "#client/savedBoards.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { QrCode } from "#client/ui/QrCode.tsx";
import type { Role } from "#shared/access/roles.ts";
import { LinkRow } from "./LinkRow.tsx";
import { RoomCode } from "./RoomCode.tsx";
import styles from "./ShareDialog.module.css";
import { useLinks } from "./useLinks.ts";

/** The order of giving: the room first, those who lead last. */
const giving: readonly Role[] = ["participant", "committee", "viewer", "facilitator"];

/** Every link in words, to copy, to replace or to take back; the participants' one also as a QR code. */
export function ShareDialog({ access, onClose }: { access: BoardAccess; onClose: () => void }) {
  const t = useTranslations("share");
  const common = useTranslations("common");
  const { known, problem, busy, retry, replace, withdraw } = useLinks(access);
  const [forRoom, setForRoom] = useState(false);
  const participantUrl = known?.urls.participant?.url ?? access.links?.participant?.url;
  const close = { closeLabel: common("close"), onClose, isOpen: true };

  if (forRoom && participantUrl) {
    return (
      <Dialog {...close} size="full" title={t("scan")}>
        <RoomCode url={participantUrl} title={access.title} onBack={() => setForRoom(false)} />
      </Dialog>
    );
  }
  return (
    <Dialog {...close} size="wide" title={t("title")}>
      <div className={styles.share}>
        {participantUrl && (
          <div className={styles.code}>
            <QrCode text={participantUrl} name={t("qrName")} />
            <Button wide onClick={() => setForRoom(true)}>
              <Maximize2 aria-hidden />
              {t("showRoom")}
            </Button>
          </div>
        )}
        <div className={styles.links}>
          {problem && (
            <div className={styles.problem}>
              <ProblemNotice problem={problem} />
              {!known && <Button onClick={retry}>{common("retry")}</Button>}
            </div>
          )}
          {giving.map((role) => (
            <LinkRow
              key={role}
              role={role}
              own={role === access.role}
              url={known ? known.urls[role]?.url : access.links?.[role]?.url}
              links={known?.links.filter((link) => link.role === role)}
              busy={busy === role}
              onReplace={() => replace(role)}
              onWithdraw={() => withdraw(role)}
            />
          ))}
        </div>
      </div>
    </Dialog>
  );
}
