import { CalendarDays, CircleCheck, Eye, TriangleAlert, Users } from "lucide-react";
import { memo } from "react";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import styles from "./HeaderCard.module.css";
import { LockMark } from "./LockMark.tsx";
import { OpenButton } from "./OpenButton.tsx";
import type { SectionCardProps } from "./SectionCard.tsx";
import { StateChip } from "./StateChip.tsx";
import { announcing } from "./sectionNames.ts";
import { useCard } from "./useCard.ts";
import { useSheetWords } from "./useSheetWords.ts";

/** A section that stands in the header of its band: its heading, then the date it announces. */
export const HeaderCard = memo(function HeaderCard({ section, flag, isStop, handlers }: SectionCardProps) {
  const card = useCard(section);
  const { language } = useLanguage();
  const { day, option, summary } = useSheetWords();
  const { facts, locale } = card;
  const value = facts.kind === "dated_update" && facts.day !== null ? day(facts.day) : summary(facts);
  const health = facts.kind === "dated_update" ? facts.health : null;
  return (
    <article className={styles.card} data-section={section.id} data-state={card.state}>
      {facts.kind === "meeting" ? <Users aria-hidden="true" /> : <CalendarDays aria-hidden="true" />}
      <h3 className={styles.heading}>
        {value !== "" && card.restriction !== undefined && <LockMark />}
        <span lang={card.locale} aria-hidden="true">
          {announcing(section, locale)}
        </span>
        <OpenButton id={section.id} name={card.name} isStop={isStop} handlers={handlers} />
      </h3>
      {value === "" ? (
        <StateChip state={card.state === "filled" ? "started" : card.state} restriction={card.restriction} />
      ) : (
        <b className={styles.value} lang={language} aria-hidden="true">
          {value}
        </b>
      )}
      {health !== null && (
        <span className={styles.health} data-health={health} lang={language} aria-hidden="true">
          <HealthIcon health={health} />
          {option("health", health)}
        </span>
      )}
      {flag?.(section.id)}
    </article>
  );
});

function HealthIcon({ health }: { health: string }) {
  if (health === "green") return <CircleCheck />;
  return health === "red" ? <TriangleAlert /> : <Eye />;
}
