import { useTranslations } from "use-intl";
import { Segments } from "#client/ui/Segments.tsx";
import type { Locale } from "#shared/sheet/locale.ts";
import { useLanguage } from "./LanguageProvider.tsx";

/** Each language says its own name, whatever the language around it. */
export const languageNames: Record<Locale, string> = {
  fr: "Français",
  en: "English",
  nl: "Nederlands",
};

const segments = [
  { id: "fr", label: "FR", name: languageNames.fr, lang: "fr" },
  { id: "en", label: "EN", name: languageNames.en, lang: "en" },
  { id: "nl", label: "NL", name: languageNames.nl, lang: "nl" },
] as const;

/** The three languages of the interface, one of them on. */
export function LanguageSwitch() {
  const t = useTranslations("common");
  const { language, chooseLanguage } = useLanguage();
  return <Segments label={t("language")} segments={segments} value={language} onChange={chooseLanguage} />;
}
