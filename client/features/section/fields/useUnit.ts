import { useTranslations } from "use-intl";

const units = {
  "%": "percent",
  "days/month": "daysPerMonth",
  people: "people",
  responses: "responses",
  "EUR/year": "perYear",
} as const;

const isKnown = (unit: string): unit is keyof typeof units => Object.hasOwn(units, unit);

/** The unit in words, to be written after the number. */
export function useUnit(unit: string | undefined): string | undefined {
  const t = useTranslations("fields");
  return unit !== undefined && isKnown(unit) ? t(`unit.${units[unit]}`) : undefined;
}
