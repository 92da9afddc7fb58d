import { useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#client/ui/Button.tsx";
import styles from "./KeptDrafts.module.css";
import { useSectionContent } from "./SectionContext.tsx";

/** The words that somebody was still writing when the section was closed to them. */
export function KeptDrafts() {
  const t = useTranslations("rules");
  const { text, forget } = useSectionContent().keptDraft;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  if (text === "") return null;
  // Through the selection: the clipboard interface does not exist on a plain http address of a local network.
  const copy = () => {
    area.current?.select();
    document.execCommand("copy");
  };
  return (
    <div className={styles.kept}>
      <label htmlFor={id}>{t("keptDraft")}</label>
      <textarea id={id} ref={area} readOnly rows={Math.min(5, text.split("\n").length + 1)} value={text} />
      <div className={styles.ways}>
        <Button onClick={copy}>{t("copyDraft")}</Button>
        <Button kind="quiet" onClick={forget}>
          {t("closeDraft")}
        </Button>
      </div>
    </div>
  );
}
