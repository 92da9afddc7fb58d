import { ArrowLeft, ChevronLeft, ChevronRight, Minimize2 } from "lucide-react";
import { Fragment, type ReactNode, type Ref } from "react";
import { useTranslations } from "use-intl";
import { useBoardLocale } from "#client/board/useSection.ts";
import { Button } from "#client/ui/Button.tsx";
import { phaseClass } from "#client/ui/phaseClass.ts";
import { Tooltip } from "#client/ui/Tooltip.tsx";
import type { Section, SectionId } from "#shared/sheet/sections.ts";
import { KeptDrafts } from "./KeptDrafts.tsx";
import styles from "./SectionHead.module.css";
import { nameOf, neighboursOf, threadOf } from "./sectionNeighbours.ts";

type Props = {
  section: Section;
  titleRef: Ref<HTMLHeadingElement>;
  onClose: () => void;
  onGo: (id: SectionId) => void;
  rule: ReactNode;
  lock: ReactNode;
};

// Longer names take a smaller size, so that they stand on two lines at most.
const longName = 22;

/** The name, the same topic in the other phases, who writes here, the questions of the sheet, and the way out. */
export function SectionHead({ section, titleRef, onClose, onGo, rule, lock }: Props) {
  const t = useTranslations("section");
  const locale = useBoardLocale();
  const { previous, next } = neighboursOf(section);
  const name = nameOf(section.heading[locale]);
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <h1
          id="section-title"
          ref={titleRef}
          tabIndex={-1}
          lang={locale}
          className={name.length > longName ? `${styles.title} ${styles.long}` : styles.title}
        >
          {name}
        </h1>
        <Thread section={section} onGo={onGo} />
        {rule}
      </div>
      <Guide section={section} />
      <div className={styles.ways}>
        {[previous, next].map((other, index) => (
          <Button
            // The two ends of the phase keep their place, so that a finger may go on at the same spot.
            key={index === 0 ? "previous" : "next"}
            square
            className={styles.step}
            disabled={other === undefined}
            onClick={() => other && onGo(other.id)}
            aria-label={
              other
                ? `${t(index === 0 ? "previous" : "next")} ${nameOf(other.heading[locale])}`
                : t(index === 0 ? "noPrevious" : "noNext")
            }
          >
            {index === 0 ? <ChevronLeft aria-hidden /> : <ChevronRight aria-hidden />}
          </Button>
        ))}
        {lock}
        <Tooltip text={t("closeHint")} placement="bottom end">
          <Button square onClick={onClose} aria-label={t("close")}>
            <Minimize2 aria-hidden className={styles.fold} />
            <ArrowLeft aria-hidden className={styles.back} />
          </Button>
        </Tooltip>
      </div>
      <KeptDrafts />
    </header>
  );
}

function Thread({ section, onGo }: { section: Section; onGo: (id: SectionId) => void }) {
  const t = useTranslations("section");
  const thread = threadOf(section);
  if (thread.length === 0) return null;
  return (
    <nav className={styles.thread} aria-label={t("thread")}>
      {thread.map((step, index) => (
        <Fragment key={step.id}>
          {index > 0 && <ChevronRight aria-hidden className={styles.arrow} />}
          <button
            type="button"
            className={`${styles.side} ${phaseClass(step.phase)}`}
            aria-current={step.id === section.id ? "page" : undefined}
            onClick={() => onGo(step.id)}
          >
            {t(`side.${sideOf(step)}`)}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}

function sideOf(step: Section) {
  if (step.kind === "corrective_actions") return "corrected";
  if (step.kind === "indicators" || step.kind === "satisfaction_planned") return "defined";
  if (step.phase === "planning") return "planned";
  return step.phase === "execution" ? "executed" : "evaluated";
}

function Guide({ section }: { section: Section }) {
  const t = useTranslations("section");
  const locale = useBoardLocale();
  if (section.prompts.length === 0) return <div />;
  const isShort = section.prompts.every((prompt) => prompt[locale].length < 34);
  return (
    <ul
      lang={locale}
      className={isShort ? `${styles.guide} ${styles.inline}` : styles.guide}
      aria-label={t("guide")}
    >
      {section.prompts.map((prompt) => (
        <li key={prompt.id}>{prompt[locale]}</li>
      ))}
    </ul>
  );
}
