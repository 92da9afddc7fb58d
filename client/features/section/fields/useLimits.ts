import { useFormatter, useTranslations } from "use-intl";
import type { Field } from "#shared/sheet/fields.ts";

export function isWithin({ min, max }: Field, value: number): boolean {
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

/** « De 0 à 22 », where the field has limits. */
export function useLimits({ min, max }: Field): string | undefined {
  const t = useTranslations("fields");
  const format = useFormatter();
  const say = (limit: number) => format.number(limit, { useGrouping: false });
  if (min !== undefined && max !== undefined) return t("between", { min: say(min), max: say(max) });
  if (min !== undefined) return t("atLeast", { min: say(min) });
  return max === undefined ? undefined : t("atMost", { max: say(max) });
}
