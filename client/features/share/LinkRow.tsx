import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { Button } from "#client/ui/Button.tsx";
import type { Role } from "#shared/access/roles.ts";
import type { LinkSummary } from "#shared/api.ts";
import styles from "./LinkRow.module.css";
import { useCopy } from "./useCopy.ts";

type Props = {
  role: Role;
  /** The role of the person who looks: their own access follows the link that replaces it. */
  own: boolean;
  /** Known only to the browser that made the link. */
  url: string | undefined;
  /** What the server keeps for this role; undefined until it has answered. */
  links: readonly LinkSummary[] | undefined;
  busy: boolean;
  onReplace: () => void;
  onWithdraw: () => void;
};

/** One role: for whom, what it may do, its link, and the ways to take it back. */
export function LinkRow({ role, own, url, links, busy, onReplace, onWithdraw }: Props) {
  const t = useTranslations("share");
  const [asking, setAsking] = useState<"replace" | "withdraw" | null>(null);
  const forWhom = t(`give.${role}`);
  const none = links?.length === 0;
  const warning = asking === "withdraw" ? "withdrawWarning" : own ? "replaceOwnWarning" : "replaceWarning";
  return (
    <section className={styles.row} aria-label={forWhom}>
      <div className={styles.head}>
        <h3 className={styles.name}>{forWhom}</h3>
        <p className={styles.may}>{t(`may.${role}`)}</p>
      </div>
      {!none && url && <LinkToCopy url={url} forWhom={forWhom} />}
      {!none && !url && links && <p className={styles.about}>{t("secretElsewhere")}</p>}
      {none && <p className={styles.about}>{t("noLink")}</p>}
      {asking ? (
        <div className={styles.question} role="alert">
          <p>{t(warning)}</p>
          <div className={styles.actions}>
            <Button
              pending={busy}
              onClick={() => {
                setAsking(null);
                if (asking === "replace") onReplace();
                else onWithdraw();
              }}
            >
              {asking === "replace" ? t("replaceNow") : t("withdrawNow")}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(null)}>
              {t("keepLink")}
            </Button>
          </div>
        </div>
      ) : (
        links && (
          <div className={styles.actions}>
            <LinkAge links={links} />
            {none ? (
              <Button pending={busy} onClick={onReplace}>
                {t("makeLink")}
              </Button>
            ) : (
              <div className={styles.ways}>
                <Button
                  kind="quiet"
                  pending={busy}
                  aria-label={t("replaceName", { forWhom })}
                  onClick={() => setAsking("replace")}
                >
                  {t("replace")}
                </Button>
                {!own && (
                  <Button
                    kind="quiet"
                    pending={busy}
                    aria-label={t("withdrawName", { forWhom })}
                    onClick={() => setAsking("withdraw")}
                  >
                    {t("withdraw")}
                  </Button>
                )}
              </div>
            )}
          </div>
        )
      )}
    </section>
  );
}

function LinkToCopy({ url, forWhom }: { url: string; forWhom: string }) {
  const t = useTranslations("share");
  const common = useTranslations("common");
  const { copied, copy } = useCopy();
  return (
    <div className={styles.link}>
      <input
        className={styles.url}
        readOnly
        value={url}
        aria-label={forWhom}
        onFocus={(event) => event.target.select()}
      />
      <Button aria-label={t("copyLink", { forWhom })} onClick={() => copy(url)}>
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{copied ? common("copied") : common("copy")}</span>
      </Button>
    </div>
  );
}

/** When the newest link of the role was made and last used. */
function LinkAge({ links }: { links: readonly LinkSummary[] }) {
  const t = useTranslations("share");
  const format = useFormatter();
  const now = useNow();
  const newest = links.at(-1);
  if (!newest) return null;
  const day = format.dateTime(new Date(newest.createdAt), "day");
  const used = newest.lastUsedAt && format.relativeTime(new Date(newest.lastUsedAt), now);
  return (
    <p className={styles.age}>{used ? t("createdAndUsed", { day, when: used }) : t("created", { day })}</p>
  );
}
