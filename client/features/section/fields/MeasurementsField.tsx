import { Plus, X } from "lucide-react";
import { nanoid } from "nanoid";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { Button } from "#client/ui/Button.tsx";
import { addSubRow, type Row, removeSubRow, rowString, rowValue, subRowsOf } from "#shared/board/rows.ts";
import type { Field } from "#shared/sheet/fields.ts";
import { DateField } from "./DateField.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import { placeInSubRow } from "./fieldPlace.ts";
import { fitsField } from "./fitsField.ts";
import styles from "./MeasurementsField.module.css";
import { NumberField } from "./NumberField.tsx";
import { nameProps } from "./naming.ts";
import { isoFromDate } from "./parseDate.ts";
import { StrangeValue } from "./StrangeValue.tsx";
import { TextField } from "./TextField.tsx";

// The columns of a measurement (record, entity `measurement`).
const columns = [
  { id: "date", path: "date", type: "date", required: true, label: { fr: "Date", en: "Date", nl: "Datum" } },
  {
    id: "value",
    path: "value",
    type: "number",
    required: true,
    label: { fr: "Valeur", en: "Value", nl: "Waarde" },
  },
  {
    id: "note",
    path: "note",
    type: "string",
    required: false,
    label: { fr: "Remarque", en: "Remark", nl: "Opmerking" },
  },
] as const satisfies readonly Field[];

/** The measurements of an indicator: a date, a value, a remark. */
export function MeasurementsField({ field, place, naming }: ControlProps) {
  const t = useTranslations("fields");
  const { language } = useLanguage();
  const { announce } = useSectionContent();
  const table = useRef<HTMLTableElement>(null);
  const { row } = place;
  if (row === undefined) return null;
  const measurements = subRowsOf(row, field.path);
  const add = () => {
    const date = isoFromDate(new Date());
    addSubRow(row, field.path, "measurement", { id: nanoid(12), values: { date } });
    announce(t("measurementAdded"));
    // Once the new line is drawn: its value is what one has to say, the date is there already.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const last = table.current?.querySelector<HTMLInputElement>(
          "tbody tr:last-child td:nth-child(2) input",
        );
        last?.focus();
      }),
    );
  };
  return (
    <fieldset {...nameProps(naming)} className={styles.measurements}>
      {measurements.length > 0 && (
        <table ref={table} className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.label[language]}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {measurements.map((measurement, index) => (
              <tr key={measurement.id}>
                {columns.map((column) => (
                  <td key={column.id}>
                    <MeasurementCell
                      column={column}
                      measurement={measurement}
                      id={`${naming.id}-${measurement.id}-${column.id}`}
                      label={t("lineOf", { label: column.label[language], number: index + 1 })}
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={t("removeMeasurement", { number: index + 1 })}
                    onClick={() => {
                      removeSubRow(row, field.path, measurement.id);
                      announce(t("measurementRemoved"));
                    }}
                  >
                    <X aria-hidden size={16} />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button kind="quiet" onClick={add} className={styles.add}>
        <Plus aria-hidden />
        {t("addMeasurement")}
      </Button>
    </fieldset>
  );
}

type CellProps = { column: (typeof columns)[number]; measurement: Row; id: string; label: string };

function MeasurementCell({ column, measurement, id, label }: CellProps) {
  const place = placeInSubRow(measurement, column);
  const value =
    column.type === "string" ? rowString(measurement, column.path) : rowValue(measurement, column.path);
  const props: ControlProps = { field: column, place, value, naming: { id, label }, look: "cell" };
  if (!fitsField(column, value)) return <StrangeValue {...props} />;
  if (column.type === "date") return <DateField {...props} />;
  return column.type === "number" ? <NumberField {...props} /> : <TextField {...props} />;
}
