import { memo } from "react";
import styles from "./GaugeCard.module.css";
import { OpenButton } from "./OpenButton.tsx";
import type { SectionCardProps } from "./SectionCard.tsx";
import { SectionStrip } from "./SectionPicture.tsx";
import { useCard } from "./useCard.ts";

/** A rated section among others: its gauge, and its name below. */
export const GaugeCard = memo(function GaugeCard({ section, flag, isStop, handlers }: SectionCardProps) {
  const card = useCard(section);
  return (
    <article className={styles.card} data-section={section.id} data-state={card.state}>
      <div className={styles.gauge}>
        <SectionStrip section={section} card={card} />
      </div>
      <h3 className={styles.name}>
        <OpenButton id={section.id} name={card.name} lang={card.locale} isStop={isStop} handlers={handlers}>
          {section.heading[card.locale]}
        </OpenButton>
      </h3>
      {flag?.(section.id)}
    </article>
  );
});
