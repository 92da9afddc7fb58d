import { useTranslations } from "use-intl";
import { setItems } from "./editItems.ts";
import type { ControlProps } from "./FieldControl.tsx";
import styles from "./IntegersField.module.css";
import { nameProps } from "./naming.ts";
import { goalOf } from "./sdg.ts";

/** Several numbers of a short row: the sustainable development goals, each with its name. */
export function IntegersField({ field, place, value, naming }: ControlProps) {
  const t = useTranslations("fields");
  const chosen = (Array.isArray(value) ? value : []).filter(
    (item): item is number => typeof item === "number",
  );
  const { min = 1, max = 17 } = field;
  const choices = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const nameOf = (number: number) => {
    const goal = goalOf(number);
    return goal === undefined ? String(number) : t(`sdg.${goal}`);
  };
  const toggle = (number: number) => {
    const next = chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number];
    setItems(place.itemsForWriting(), next);
  };
  return (
    <fieldset {...nameProps(naming)} className={styles.integers}>
      <div className={styles.row}>
        {choices.map((number) => (
          <button
            key={number}
            type="button"
            className={styles.number}
            aria-pressed={chosen.includes(number)}
            aria-label={`${number}. ${nameOf(number)}`}
            title={nameOf(number)}
            onClick={() => toggle(number)}
          >
            {number}
          </button>
        ))}
      </div>
      {chosen.length > 0 && (
        <p className={styles.names}>
          {chosen
            .toSorted((a, b) => a - b)
            .map((number) => `${number}. ${nameOf(number)}`)
            .join(" · ")}
        </p>
      )}
    </fieldset>
  );
}
