import { useFormatter, useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import type { Field } from "#shared/sheet/fields.ts";
import { EnumChip } from "./EnumChip.tsx";
import styles from "./FieldText.module.css";
import { asText, fitsField, isEmpty } from "./fitsField.ts";
import { optionsOf } from "./options.ts";
import { PersonMark } from "./PersonMark.tsx";
import { dateFromIso, isIsoDate } from "./parseDate.ts";
import { RatingRead } from "./RatingRead.tsx";
import { RefSummary } from "./RefSummary.tsx";
import { fullName, type Referable } from "./refNames.ts";
import { goalOf } from "./sdg.ts";
import { useReferables } from "./useReferables.ts";
import { useUnit } from "./useUnit.ts";

type Props = { field: Field; value: unknown; look: "form" | "cell" };

/** A value to read: for those who may not write, and for what is written on the other side of the row. */
export function FieldText({ field, value, look }: Props) {
  const t = useTranslations("fields");
  if (isEmpty(value))
    return <span className={`${styles.text} ${styles.none}`}>{look === "cell" ? "–" : t("nothingYet")}</span>;
  return (
    <div className={`${styles.text} ${styles[look]}`}>
      {fitsField(field, value) ? <Value field={field} value={value} look={look} /> : asText(value)}
    </div>
  );
}

function Value({ field, value, look }: Props) {
  const t = useTranslations("fields");
  const { language } = useLanguage();
  const format = useFormatter();
  const unit = useUnit(field.unit);
  if (field.type === "ref" || field.type === "refs")
    return <References field={field} ids={Array.isArray(value) ? value : [value]} look={look} />;
  if (Array.isArray(value))
    return field.type === "measurements" ? <Measurements measurements={value} /> : <Items items={value} />;
  if (typeof value === "boolean") return t(value ? "boolean.yes" : "boolean.no");
  if (typeof value === "number") {
    if (field.type === "money")
      return `${format.number(value, "money")}${field.unit === "EUR/year" ? ` ${unit ?? ""}` : ""}`;
    if (field.type === "rating") return <RatingRead field={field} value={value} />;
    if (field.id === "year") return String(value);
    return unit === undefined || look === "cell"
      ? format.number(value, "plain")
      : `${format.number(value, "plain")}\u00a0${unit}`;
  }
  if (field.type === "date")
    return format.dateTime(dateFromIso(asText(value)), look === "cell" ? "dayShort" : "day");
  if (field.type === "enum" || field.type === "choice") {
    const label = optionsOf(field, language).find((option) => option.value === value)?.label ?? asText(value);
    return <EnumChip field={field} value={asText(value)} label={label} />;
  }
  return asText(value);
}

type ReferencesProps = { field: Field; ids: readonly unknown[]; look: "form" | "cell" };

function References({ field, ids, look }: ReferencesProps) {
  const t = useTranslations("fields");
  const referables = useReferables(field);
  const isPeople = field.refList === "people";
  const referred = ids.map<Referable>(
    (id) =>
      referables.find((one) => one.id === id) ?? { id: asText(id), name: t("removedRow"), number: undefined },
  );
  if (look === "cell" && field.type === "refs") return <RefSummary referred={referred} isPeople={isPeople} />;
  return (
    <span className={styles.references}>
      {referred.map((one) => (
        <span key={one.id} className={styles.reference}>
          {isPeople && <PersonMark id={one.id} name={one.name} />}
          {fullName(one, t("nameless"))}
        </span>
      ))}
    </span>
  );
}

function Items({ items }: { items: readonly unknown[] }) {
  const t = useTranslations("fields");
  const say = (item: unknown) => {
    const goal = typeof item === "number" ? goalOf(item) : undefined;
    return goal === undefined ? asText(item) : `${goal}. ${t(`sdg.${goal}`)}`;
  };
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={asText(item)}>{say(item)}</li>
      ))}
    </ul>
  );
}

function Measurements({ measurements }: { measurements: readonly unknown[] }) {
  const format = useFormatter();
  return (
    <ul className={styles.items}>
      {measurements.map((measurement) => {
        const [id, date, value, note] = Array.isArray(measurement) ? measurement : [];
        const day = isIsoDate(date) ? format.dateTime(dateFromIso(date), "dayShort") : asText(date ?? "");
        const figure = typeof value === "number" ? format.number(value, "plain") : asText(value ?? "");
        return (
          <li key={asText(id)}>
            {[day, figure, asText(note ?? "")].filter((part) => part !== "").join(" · ")}
          </li>
        );
      })}
    </ul>
  );
}
