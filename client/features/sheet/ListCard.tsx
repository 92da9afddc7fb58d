import { StickyNote } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import styles from "./ListCard.module.css";
import { OpenButton } from "./OpenButton.tsx";
import type { SectionCardProps } from "./SectionCard.tsx";
import { hasFilling, SectionFilling, SectionStrip, stripOf } from "./SectionPicture.tsx";
import { StateChip } from "./StateChip.tsx";
import { nameOf } from "./sectionNames.ts";
import { useCard } from "./useCard.ts";
import { Written } from "./Written.tsx";

/** A section in the list of a phone. */
export const ListCard = memo(function ListCard({ section, flag, isStop, handlers }: SectionCardProps) {
  const card = useCard(section);
  const t = useTranslations("sheet");
  const { language } = useLanguage();
  const { state, locale, sentence, notes } = card;
  const isRated = section.kind === "rated_item";
  const header = "header" in section.place ? card.summary || sentence : sentence;
  return (
    <article
      className={[styles.card, state === "empty" && styles.empty, isRated && styles.rated]
        .filter(Boolean)
        .join(" ")}
      data-section={section.id}
      data-state={state}
    >
      <header className={styles.top}>
        <h3 className={styles.heading}>
          <span lang={card.locale} aria-hidden="true">
            {nameOf(section, locale)}
          </span>
          <OpenButton id={section.id} name={card.name} isStop={isStop} handlers={handlers} />
        </h3>
        <StateChip state={state} restriction={card.restriction} />
      </header>
      {header !== "" && (
        <p className={styles.sentence} lang={card.isWritten ? locale : language} aria-hidden="true">
          <Written text={header} />
        </p>
      )}
      {state === "empty" && section.prompts.length > 0 && (
        <p className={styles.prompt} lang={locale}>
          {section.prompts.map((prompt) => prompt[locale]).join(" ")}
        </p>
      )}
      {stripOf(card) !== null && (
        <div className={styles.strip}>
          <SectionStrip section={section} card={card} />
        </div>
      )}
      {isRated && (
        <div className={styles.gauge}>
          <SectionStrip section={section} card={card} />
        </div>
      )}
      {hasFilling(card) && (
        <div className={styles.filling}>
          <SectionFilling section={section} card={card} />
        </div>
      )}
      {notes.length > 0 && (
        <p className={styles.notes} lang={language} aria-hidden="true">
          <StickyNote />
          {t("notes", { count: notes.length })}
        </p>
      )}
      {flag?.(section.id)}
    </article>
  );
});
