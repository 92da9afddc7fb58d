import { memo, type ReactNode } from "react";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import type { Locale } from "#shared/sheet/locale.ts";
import type { Section } from "#shared/sheet/sections.ts";
import { MiniNotes } from "./MiniNotes.tsx";
import { OpenButton, type OpenProps } from "./OpenButton.tsx";
import styles from "./SectionCard.module.css";
import { hasFilling, isWide, SectionFilling, SectionStrip, stripOf } from "./SectionPicture.tsx";
import { hasChip, StateChip } from "./StateChip.tsx";
import { headingOf, promptsOf } from "./sectionNames.ts";
import { columnSpan, goesOnBelow } from "./sheetGrid.ts";
import { useCard } from "./useCard.ts";
import { Written } from "./Written.tsx";

export type SectionCardProps = OpenProps & {
  section: Section;
  flag?: ((id: Section["id"]) => ReactNode) | undefined;
};

/** A section as it stands on the poster. Draws again when its section changes, and not otherwise. */
export const SectionCard = memo(function SectionCard({ section, flag, isStop, handlers }: SectionCardProps) {
  const card = useCard(section);
  const { language } = useLanguage();
  const { state, restriction, locale, notes, sentence, summary } = card;
  const wide = isWide(section);
  const strip = stripOf(card);
  const filling = hasFilling(card);
  // Nothing to show yet, though something may be written inside: the sheet asks its question.
  const isBare = sentence === "" && strip === null && !filling && notes.length === 0;
  const classes = [
    styles.card,
    state === "empty" && styles.empty,
    state !== "empty" && goesOnBelow(section) && styles.goesOn,
    hasChip(card) && !wide && styles.withFoot,
    strip !== null && styles[strip],
    notes.length > 0 && styles.withNotes,
  ];
  return (
    <article
      className={classes.filter(Boolean).join(" ")}
      style={{ gridColumn: `span ${columnSpan(section)}` }}
      data-section={section.id}
      data-state={state}
    >
      <header className={styles.top}>
        <h3 className={styles.heading}>
          <span lang={card.locale} aria-hidden="true">
            {headingOf(section, locale)}
          </span>
          <OpenButton id={section.id} name={card.name} isStop={isStop} handlers={handlers} />
        </h3>
        {/* Only a wide card has room for the state beside its heading. */}
        {wide && <StateChip state={state} restriction={restriction} />}
      </header>
      <div className={styles.rest}>
        {sentence !== "" && (
          <p
            className={styles.sentence}
            lang={card.isWritten ? locale : language}
            data-sentence
            aria-hidden="true"
          >
            <Written text={sentence} />
          </p>
        )}
        {summary !== "" && notes.length === 0 && (
          <p className={styles.summary} lang={language}>
            {summary}
          </p>
        )}
        {strip !== null && (
          <div className={styles.strip}>
            <SectionStrip section={section} card={card} />
          </div>
        )}
        {isBare && <Prompts section={section} lang={locale} />}
        {filling && (
          <div className={styles.filling}>
            <SectionFilling section={section} card={card} />
          </div>
        )}
        {notes.length > 0 && <MiniNotes notes={notes} wide={wide} />}
      </div>
      {!wide && hasChip(card) && (
        <div className={styles.foot}>
          <StateChip state={state} restriction={restriction} />
        </div>
      )}
      {flag?.(section.id)}
    </article>
  );
});

function Prompts({ section, lang }: { section: Section; lang: Locale }) {
  return (
    <div className={styles.promptRoom}>
      <div className={styles.prompts} lang={lang}>
        {promptsOf(section, lang).map((prompt) => (
          <p key={prompt}>{prompt}</p>
        ))}
      </div>
    </div>
  );
}
