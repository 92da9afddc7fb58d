import { Check, CloudOff, Eye, RefreshCw, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import type { RefusedReason } from "#client/board/closeReason.ts";
import type { Saved } from "#client/board/openBoard.ts";
import { useSaved } from "#client/board/useSaved.ts";
import { can } from "#shared/access/roles.ts";
import styles from "./SavedWords.module.css";
import { useLasting } from "./useLasting.ts";

// An acknowledgement takes a few hundredths of a second: words that changed at every keystroke would only flicker.
const quickMs = 800;

/** In words, beside the title: is what I wrote kept? */
export function SavedWords() {
  const t = useTranslations("saved");
  const { role } = useBoard();
  const now = useSaved();
  const isSlow = useLasting(now.state === "saving", quickMs);
  // What was said to be waiting is not called saved before it is: only somebody who was up to date may be quick.
  const [before, setBefore] = useState(now.state);
  if (now.state !== "saving" && now.state !== before) setBefore(now.state);
  const isQuick = now.state === "saving" && !isSlow && (before === "saved" || now.pending === 0);
  const saved: Saved = isQuick ? { state: "saved" } : now;
  const waiting =
    "pending" in saved && saved.pending > 0 ? t("waiting", { count: saved.pending }) : undefined;
  const isReader = !can(role, "writeBoard");

  switch (saved.state) {
    case "saved":
      return isReader ? (
        <Words icon={<Eye aria-hidden />} text={t("readOnly")} title={t("readOnlyWhy")} />
      ) : (
        <Words icon={<Check aria-hidden />} text={t("saved")} />
      );
    case "saving":
      return <Words icon={<RefreshCw aria-hidden />} text={waiting ?? t("saving")} />;
    case "opening":
      return <Words icon={<RefreshCw aria-hidden />} text={t("opening")} more={waiting} />;
    case "reconnecting":
      return <Words lost icon={<RefreshCw aria-hidden />} text={t("reconnecting")} more={waiting} />;
    case "offline":
      return <Words lost icon={<CloudOff aria-hidden />} text={t("offline")} more={waiting} />;
    case "refused":
      return <Words lost icon={<TriangleAlert aria-hidden />} text={t(shortRefusal(saved.reason))} />;
  }
}

/** On a phone, the second half of what there is no room for in the bar. */
export function WaitingStrip() {
  const t = useTranslations("saved");
  const saved = useSaved();
  const isLost = saved.state === "reconnecting" || saved.state === "offline";
  if (!isLost || saved.pending === 0) return null;
  return (
    <p role="status" className={styles.strip}>
      {t("waiting", { count: saved.pending })}
    </p>
  );
}

function shortRefusal(reason: RefusedReason): "accessLostShort" | "refusedShort" {
  return reason === "accessLost" ? "accessLostShort" : "refusedShort";
}

type WordsProps = {
  icon: ReactNode;
  text: string;
  more?: string | undefined;
  title?: string;
  /** Not a danger: ink on paper, so that it is seen from the end of the room. */
  lost?: boolean;
};

function Words({ icon, text, more, title, lost }: WordsProps) {
  return (
    <p role="status" title={title} className={[styles.saved, lost && styles.lost].filter(Boolean).join(" ")}>
      {icon}
      <span>
        {text}
        {more && <span className={styles.more}> · {more}</span>}
      </span>
    </p>
  );
}
