import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { FieldControl } from "#client/features/section/fields/FieldControl.tsx";
import { FieldText } from "#client/features/section/fields/FieldText.tsx";
import { isText } from "#client/features/section/fields/fieldPlace.ts";
import { isEmpty } from "#client/features/section/fields/fitsField.ts";
import { Occupied } from "#client/features/section/Occupied.tsx";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import type { RowsBlock } from "#shared/sheet/fields.ts";
import styles from "./RowCell.module.css";
import type { RowField } from "./useRow.ts";
import { useRowRights } from "./useRowRights.ts";
import { useStaysWritable } from "./useStaysWritable.ts";

type Props = { block: RowsBlock; rowField: RowField; rowName: string; isIdentity: boolean };

/** One field of a row, in place: written where it stands, or read where it belongs to the other side. */
export function RowCell({ block, rowField, rowName, isIdentity }: Props) {
  const t = useTranslations("rows");
  const { language } = useLanguage();
  const { isWritable } = useSectionContent();
  const { field, place, value } = rowField;
  // A row that was added on this side has no name yet: it may get one here.
  const { mayName } = useRowRights(block);
  const isNameless = isIdentity && mayName && isText(field) && isEmpty(value);
  const naming = useStaysWritable(isNameless);
  const isOpen = isWritable && (field.readOnly !== true || (naming.isWritable && mayName));
  const className = [styles.cell, isIdentity && styles.identity, styles[field.type]]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={className} data-cell={field.id} {...naming.hold}>
      {isOpen ? (
        <Occupied fieldKey={place.key} className={styles.inside ?? ""}>
          <FieldControl
            field={field}
            place={place}
            value={value}
            naming={{
              id: place.key,
              label: t("cell", { field: field.label[language], row: rowName }),
            }}
            look="cell"
          />
        </Occupied>
      ) : (
        <div className={styles.read}>
          <FieldText field={field} value={value} look="cell" />
        </div>
      )}
    </div>
  );
}
