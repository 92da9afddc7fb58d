import { Share2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { BoardAccess } from "#client/savedBoards.ts";
import { Button } from "#client/ui/Button.tsx";
import { can } from "#shared/access/roles.ts";
import styles from "./ShareButton.module.css";
import { ShareDialog } from "./ShareDialog.tsx";

/** « Partager », for those who may give links. */
export function ShareButton({ access }: { access: BoardAccess }) {
  const t = useTranslations("share");
  const [isOpen, setOpen] = useState(false);
  if (!can(access.role, "manageLinks")) return null;
  return (
    <>
      <Button kind="primary" aria-label={t("share")} className={styles.share} onClick={() => setOpen(true)}>
        <Share2 aria-hidden />
        <span className={styles.word}>{t("share")}</span>
      </Button>
      {isOpen && <ShareDialog access={access} onClose={() => setOpen(false)} />}
    </>
  );
}
