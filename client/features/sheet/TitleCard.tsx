import { memo } from "react";
import { LockMark } from "./LockMark.tsx";
import { OpenButton } from "./OpenButton.tsx";
import type { SectionCardProps } from "./SectionCard.tsx";
import { StateChip } from "./StateChip.tsx";
import { nameOf } from "./sectionNames.ts";
import styles from "./TitleCard.module.css";
import { useCard } from "./useCard.ts";
import { Written } from "./Written.tsx";

// A longer title is written smaller, so that all of it stands in three lines.
const longTitle = 62;
const veryLongTitle = 105;

/** The head of the sheet: the title as such, or the proposition that runs on from its heading. */
export const TitleCard = memo(function TitleCard({ section, flag, isStop, handlers }: SectionCardProps) {
  const card = useCard(section);
  const { locale, sentence, state, restriction } = card;
  const isTitle = section.kind === "short_text";
  const open = (words: string) => (
    <>
      {restriction !== undefined && <LockMark />}
      <span lang={locale} aria-hidden="true">
        <Written text={words} />
      </span>
      <OpenButton id={section.id} name={card.name} isStop={isStop} handlers={handlers} />
    </>
  );
  if (isTitle && sentence !== "") {
    const size =
      sentence.length > veryLongTitle ? styles.small : sentence.length > longTitle && styles.medium;
    return (
      <article className={styles.card} data-section={section.id} data-state={state}>
        <h3 className={[styles.title, size].filter(Boolean).join(" ")}>{open(sentence)}</h3>
        {flag?.(section.id)}
      </article>
    );
  }
  return (
    <article
      className={`${styles.card} ${isTitle ? "" : styles.proposition}`}
      data-section={section.id}
      data-state={state}
    >
      <div className={styles.rest}>
        <div className={styles.runOn} lang={locale}>
          <h3 className={styles.runIn}>{open(`${nameOf(section, locale)}${sentence === "" ? "" : "."}`)}</h3>{" "}
          {state === "empty" && <StateChip state={state} restriction={undefined} />}{" "}
          <span className={styles.words} aria-hidden="true">
            {sentence === "" ? (
              section.prompts.map((prompt) => prompt[locale]).join(" ")
            ) : (
              <Written text={sentence} />
            )}
          </span>
        </div>
      </div>
      {flag?.(section.id)}
    </article>
  );
});
