import { useTranslations } from "use-intl";
import { useBoardLocale } from "#client/board/useSection.ts";
import type { Section, SectionId } from "#shared/sheet/sections.ts";
import styles from "./SectionTab.module.css";
import { nameOf, neighboursOf } from "./sectionNeighbours.ts";

type Props = { section: Section; onGo: (id: SectionId) => void };

/** The folder tab of the phase: which section of how many, the one before, this one, the one after. */
export function SectionTab({ section, onGo }: Props) {
  const t = useTranslations("section");
  const locale = useBoardLocale();
  const { phase, position, count, previous, next } = neighboursOf(section);
  const neighbour = (other: Section, label: string) => (
    <button
      type="button"
      className={styles.neighbour}
      onClick={() => onGo(other.id)}
      aria-label={`${label} ${nameOf(other.heading[locale])}`}
    >
      {nameOf(other.heading[locale])}
    </button>
  );
  return (
    <nav className={styles.tab} lang={locale} aria-label={t("inPhase")}>
      <span className={styles.phase}>{phase.heading[locale]}</span>
      <span className={styles.alone}>{t("positionAlone", { position, count })}</span>
      <span className={styles.place}>
        {t("position", { position, count })} {previous && <>{neighbour(previous, t("previous"))}, </>}
        <span aria-current="page" className={styles.current}>
          {nameOf(section.heading[locale])}
        </span>
        {next && <>, {neighbour(next, t("next"))}</>}
      </span>
    </nav>
  );
}
