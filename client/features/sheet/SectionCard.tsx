import { memo, type ReactNode } from "react";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import type { Section } from "#shared/sheet/sections.ts";
import { MiniNotes } from "./MiniNotes.tsx";
import { OpenButton, type OpenProps } from "./OpenButton.tsx";
import styles from "./SectionCard.module.css";
import { hasFilling, hasStrip, isWide, SectionFilling, SectionStrip } from "./SectionPicture.tsx";
import { StateChip } from "./StateChip.tsx";
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
  const { state, locale, notes, sentence, summary } = card;
  const wide = isWide(section);
  const strip = hasStrip(card);
  const filling = hasFilling(card);
  // Wide headings leave room for the state beside them.
  const chipAbove = "row" in section.place && ["frame", "context"].includes(section.place.row) && wide;
  const classes = [
    styles.card,
    state === "empty" && styles.empty,
    state !== "empty" && goesOnBelow(section) && styles.goesOn,
    state !== "started" && !chipAbove && styles.withFoot,
    strip && styles.withStrip,
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
          <OpenButton id={section.id} name={card.name} lang={locale} isStop={isStop} handlers={handlers}>
            {section.heading[locale]}
          </OpenButton>
        </h3>
        {chipAbove && <StateChip state={state} />}
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
        {state === "empty" && <Prompts section={section} lang={locale} />}
        {strip && (
          <div className={styles.strip}>
            <SectionStrip section={section} card={card} />
          </div>
        )}
        {filling && (
          <div className={styles.filling}>
            <SectionFilling section={section} card={card} />
          </div>
        )}
        {notes.length > 0 && <MiniNotes notes={notes} wide={wide} />}
      </div>
      {!chipAbove && state !== "started" && (
        <div className={styles.foot}>
          <StateChip state={state} />
        </div>
      )}
      {flag?.(section.id)}
    </article>
  );
});

function Prompts({ section, lang }: { section: Section; lang: keyof Section["heading"] }) {
  return (
    <div className={styles.prompts} lang={lang}>
      {section.prompts.map((prompt) => (
        <p key={prompt.id}>{prompt[lang]}</p>
      ))}
    </div>
  );
}
