import { Check, Presentation, Settings2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { languageNames } from "#client/features/language/LanguageSwitch.tsx";
import { useTheme } from "#client/features/theme/theme.ts";
import { Menu } from "#client/ui/Menu.tsx";
import { isLocale, locales } from "#shared/sheet/locale.ts";
import styles from "./BoardMenu.module.css";

/** Language and theme, in one small menu: the bar above the sheet is for the sheet. */
export function BoardMenu() {
  const t = useTranslations("board");
  const common = useTranslations("common");
  const { language, chooseLanguage } = useLanguage();
  const { theme, chooseTheme } = useTheme();
  const isProjector = theme === "projecteur";
  const choose = (id: string) => {
    if (isLocale(id)) chooseLanguage(id);
    else chooseTheme(isProjector ? "clair" : "projecteur");
  };
  return (
    <Menu
      label={t("menu")}
      trigger={<Settings2 aria-hidden />}
      square
      onChoose={choose}
      entries={[
        ...locales.map((locale) => ({
          id: locale,
          label: languageNames[locale],
          icon: <Check aria-hidden className={locale === language ? "" : styles.off} />,
        })),
        {
          id: "theme",
          label: isProjector ? common("themeClear") : common("themeProjector"),
          icon: <Presentation aria-hidden />,
        },
      ]}
    />
  );
}
