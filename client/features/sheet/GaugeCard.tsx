import { memo } from "react";
import styles from "./GaugeCard.module.css";
import { LockMark } from "./LockMark.tsx";
import { OpenButton } from "./OpenButton.tsx";
import type { SectionCardProps } from "./SectionCard.tsx";
import { SectionStrip } from "./SectionPicture.tsx";
import { headingOf } from "./sectionNames.ts";
import { useCard } from "./useCard.ts";

/** A rated section among others: its gauge, and its name below. */
export const GaugeCard = memo(function GaugeCard({ section, flag, isStop, handlers }: SectionCardProps) {
  const card = useCard(section);
  return (
    <article className={styles.card} data-section={section.id} data-state={card.state}>
      <div className={styles.gauge}>
        <SectionStrip section={section} card={card} />
      </div>
      <b className={styles.figure} aria-hidden="true">
        {card.facts.kind === "rated_item" ? (card.facts.rating ?? "–") : null}
      </b>
      <h3 className={styles.name}>
        {card.restriction !== undefined && <LockMark />}
        <span lang={card.locale} aria-hidden="true">
          {headingOf(section, card.locale)}
        </span>
        <OpenButton id={section.id} name={card.name} isStop={isStop} handlers={handlers} />
      </h3>
      {flag?.(section.id)}
    </article>
  );
});
