import { useTranslations } from "use-intl";
import { useBoardSession } from "#client/board/BoardContext.tsx";
import { Notice } from "#client/ui/Notice.tsx";

/** Only when it matters: the connection is lost, and this browser keeps nothing of what is typed meanwhile. */
export function NotKeptNotice() {
  const t = useTranslations("saved");
  const { isKept, saved } = useBoardSession();
  const isLost = saved.state === "reconnecting" || saved.state === "offline";
  return isLost && !isKept ? <Notice tone="finding">{t("notKept")}</Notice> : null;
}
