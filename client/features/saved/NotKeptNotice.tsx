import { useTranslations } from "use-intl";
import { useBoardSession } from "#client/board/BoardContext.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { useLeaveWarning } from "./useLeaveWarning.ts";

/** Only when it matters: the connection is lost, and this browser keeps nothing of what is typed meanwhile. */
export function NotKeptNotice() {
  const t = useTranslations("saved");
  const { isKept, saved } = useBoardSession();
  const isLost = saved.state === "reconnecting" || saved.state === "offline";
  useLeaveWarning(!isKept && "pending" in saved && saved.pending > 0);
  return isLost && !isKept ? <Notice tone="finding">{t("notKept")}</Notice> : null;
}
