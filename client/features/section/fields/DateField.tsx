import { useFormatter, useTranslations } from "use-intl";
import { DraftInput } from "./DraftInput.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import { dateFromIso, isoFromDate, parseDate } from "./parseDate.ts";
import { useDraft } from "./useDraft.ts";

/** A date typed as people write them: 17/3/26, 17 mars 2026. */
export function DateField({ field, place, value, naming, look }: ControlProps) {
  const t = useTranslations("fields");
  const format = useFormatter();
  const draft = useDraft<string>({
    value: typeof value === "string" ? value : undefined,
    parse: (text) => parseDate(text, isoFromDate(new Date())),
    editable: (iso) => iso.split("-").reverse().join("/"),
    shown: (iso) => format.dateTime(dateFromIso(iso), look === "cell" ? "dayShort" : "day"),
    write: place.write,
    explain: () => t("notADate"),
  });
  return (
    <DraftInput
      field={field}
      naming={naming}
      look={look}
      draft={draft}
      placeholder={t("setDate")}
      hint={value === undefined ? t("dateHint") : undefined}
    />
  );
}
