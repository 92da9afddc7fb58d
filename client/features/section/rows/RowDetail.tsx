import { LabelledField } from "#client/features/section/fields/FieldView.tsx";
import styles from "./RowDetail.module.css";
import type { RowField } from "./useRow.ts";

/** The fields of a row that have no column, each under its label. */
export function RowDetail({ fields }: { fields: readonly RowField[] }) {
  return (
    <div className={styles.detail}>
      {fields.map(({ field, place, value }) => (
        <div key={field.id} data-cell={field.id} className={styles.field}>
          <LabelledField field={field} place={place} value={value} />
        </div>
      ))}
    </div>
  );
}
