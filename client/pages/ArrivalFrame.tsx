import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { LanguageSwitch } from "#client/features/language/LanguageSwitch.tsx";
import { ThemeSwitch } from "#client/features/theme/ThemeSwitch.tsx";
import { BrandMark } from "#client/ui/BrandMark.tsx";
import styles from "./ArrivalFrame.module.css";

type Props = {
  /** What the window's title says before the name of the product. */
  page?: string;
  children: ReactNode;
};

/** The desk around every page that is not the board: the mark, the language, the theme. */
export function ArrivalFrame({ page, children }: Props) {
  const t = useTranslations("common");
  return (
    <div className={styles.desk}>
      <title>{page ? t("pageTitle", { page }) : t("product")}</title>
      <header className={styles.bar}>
        <Link href="/" className={styles.home ?? ""}>
          <BrandMark name={t("product")} />
        </Link>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
