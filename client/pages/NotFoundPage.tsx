import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { buttonClass } from "#client/ui/buttonClass.ts";
import { ArrivalFrame } from "./ArrivalFrame.tsx";
import styles from "./MessagePage.module.css";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useTranslations("common");
  return (
    <ArrivalFrame page={t("notFoundTitle")}>
      <div className={styles.message}>
        <h1 className={styles.title}>{t("notFoundTitle")}</h1>
        <p className={styles.text}>{t("notFoundText")}</p>
        <Link href="/" className={buttonClass({ kind: "primary", size: "large" })}>
          {t("backHome")}
        </Link>
      </div>
    </ArrivalFrame>
  );
}
