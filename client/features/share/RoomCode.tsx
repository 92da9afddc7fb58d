import { useTranslations } from "use-intl";
import { Button } from "#client/ui/Button.tsx";
import { QrCode } from "#client/ui/QrCode.tsx";
import styles from "./RoomCode.module.css";

type Props = { url: string; title: string; onBack: () => void };

/** The participants' code as large as the wall allows, to be scanned from the last row. */
export function RoomCode({ url, title, onBack }: Props) {
  const t = useTranslations("share");
  return (
    <div className={styles.room}>
      <div className={styles.code}>
        <QrCode text={url} name={t("qrName")} />
      </div>
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        <p className={styles.how}>{t("scanHow")}</p>
        <Button size="large" onClick={onBack}>
          {t("backToLinks")}
        </Button>
      </div>
    </div>
  );
}
