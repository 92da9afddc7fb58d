import { useId } from "react";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { useSection } from "#client/board/useSection.ts";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { Occupied } from "#client/features/section/Occupied.tsx";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import type { Field } from "#shared/sheet/fields.ts";
import { FieldControl } from "./FieldControl.tsx";
import { FieldText } from "./FieldText.tsx";
import styles from "./FieldView.module.css";
import { placeAtPath } from "./fieldPlace.ts";
import { isEmpty } from "./fitsField.ts";

/** A field at a fixed place of the record, under its label. */
export function FieldView({ field }: { field: Field }) {
  const { board } = useBoard();
  const { sectionId } = useSectionContent();
  const place = placeAtPath(board, field);
  const value = useSection(sectionId, place.read);
  return <LabelledField field={field} place={place} value={value} />;
}

type Props = { field: Field; place: ReturnType<typeof placeAtPath>; value: unknown };

/** A field under its label, wherever it stands. */
export function LabelledField({ field, place, value }: Props) {
  const t = useTranslations("fields");
  const { language } = useLanguage();
  const { isWritable } = useSectionContent();
  const id = useId();
  const label = field.label[language];
  const isWide = wideTypes.includes(field.type);
  return (
    <div className={isWide ? `${styles.field} ${styles.wide}` : styles.field}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {label}
        {field.required && isWritable && isEmpty(value) && (
          <span className={styles.required}>
            {" "}
            <span aria-hidden>·</span> {t("expected")}
          </span>
        )}
      </label>
      {isWritable && field.readOnly !== true ? (
        <Occupied fieldKey={place.key}>
          <FieldControl
            field={field}
            place={place}
            value={value}
            naming={{ id, label, labelId: `${id}-label` }}
            look="form"
          />
        </Occupied>
      ) : (
        <FieldText field={field} value={value} look="form" />
      )}
    </div>
  );
}

const wideTypes: readonly string[] = [
  "text",
  "strings",
  "rating",
  "integers",
  "measurements",
  "refs",
  "string",
];
