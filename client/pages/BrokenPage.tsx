import { useTranslations } from "use-intl";
import { Button } from "#client/ui/Button.tsx";
import { ArrivalFrame } from "./ArrivalFrame.tsx";
import styles from "./MessagePage.module.css";

/** When drawing failed, or when a part of the page is no longer on the server because a newer version is. */
export function BrokenPage() {
  const t = useTranslations("common");
  return (
    <ArrivalFrame page={t("brokenTitle")}>
      <div className={styles.message} role="alert">
        <h1 className={styles.title}>{t("brokenTitle")}</h1>
        <p className={styles.text}>{t("brokenText")}</p>
        <Button kind="primary" size="large" onClick={() => location.reload()}>
          {t("reload")}
        </Button>
      </div>
    </ArrivalFrame>
  );
}
