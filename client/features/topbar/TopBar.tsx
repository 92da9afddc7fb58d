import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { BrandMark } from "#client/ui/BrandMark.tsx";
import { FilledRing } from "./FilledRing.tsx";
import { PhaseFilter, type ShownPhase } from "./PhaseFilter.tsx";
import { SheetTitle } from "./SheetTitle.tsx";
import styles from "./TopBar.module.css";

type Props = {
  phase: ShownPhase;
  onPhase: (phase: ShownPhase) => void;
  /** Is the whole sheet in sight? An open section has no phases to choose, and a heading of its own. */
  isWholeSheet: boolean;
  saved: ReactNode;
  people: ReactNode;
  actions: ReactNode;
};

/** The bar above the sheet. What other features put into it comes through slots. */
export function TopBar({ phase, onPhase, isWholeSheet, saved, people, actions }: Props) {
  const t = useTranslations("board");
  const common = useTranslations("common");
  return (
    <header className={styles.bar}>
      <Link href="/" className={styles.home ?? ""} aria-label={t("home")}>
        <span className={styles.brand} aria-hidden>
          <BrandMark name={common("product")} />
        </span>
        <span className={styles.mark} aria-hidden>
          <BrandMark name={common("product")} markOnly />
        </span>
      </Link>
      <span className={styles.rule} />
      <SheetTitle saved={saved} isHeading={isWholeSheet} />
      {isWholeSheet && <PhaseFilter phase={phase} onChange={onPhase} />}
      <FilledRing />
      {people}
      {actions}
    </header>
  );
}
