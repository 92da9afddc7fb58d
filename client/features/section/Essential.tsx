import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { useText } from "#client/board/useSection.ts";
import fieldStyles from "#client/features/section/fields/FieldView.module.css";
import { SharedText } from "#client/features/section/fields/SharedText.tsx";
import { essentialOf } from "#shared/board/essential.ts";
import styles from "./Essential.module.css";
import { Occupied } from "./Occupied.tsx";
import { useSectionContent } from "./SectionContext.tsx";

// What three lines of the poster hold.
const fitsThePoster = 160;

/** L'essentiel: the one sentence that stands for the section on the poster. */
export function Essential() {
  const t = useTranslations("section");
  const { board } = useBoard();
  const { sectionId, isWritable } = useSectionContent();
  const text = essentialOf(board, sectionId);
  const source = useMemo(
    () => ({ text: () => text, read: () => text.toString(), forWriting: () => text }),
    [text],
  );
  if (!isWritable) return <EssentialRead />;
  return (
    <div className={styles.essential}>
      <label className={styles.label} htmlFor="essential">
        {t("essential")}
      </label>
      <Occupied fieldKey="essential" className={fieldStyles.box}>
        <SharedText id="essential" source={source} singleLine aria-describedby="essential-about" />
      </Occupied>
      <EssentialAbout />
    </div>
  );
}

function EssentialAbout() {
  const t = useTranslations("section");
  const { board } = useBoard();
  const { sectionId } = useSectionContent();
  const { length } = useText(essentialOf(board, sectionId)).trim();
  return (
    <p id="essential-about" className={styles.about}>
      {length > fitsThePoster ? t("essentialLong", { length, fits: fitsThePoster }) : t("essentialAbout")}
    </p>
  );
}

function EssentialRead() {
  const t = useTranslations("section");
  const { board } = useBoard();
  const { sectionId } = useSectionContent();
  const text = useText(essentialOf(board, sectionId));
  if (text === "") return null;
  return (
    <div className={styles.essential}>
      <h2 className={styles.label}>{t("essential")}</h2>
      <p className={styles.read}>{text}</p>
    </div>
  );
}
