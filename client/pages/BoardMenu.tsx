import { Check, Presentation, Settings2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { languageNames } from "#client/features/language/LanguageSwitch.tsx";
import { useTheme } from "#client/features/theme/theme.ts";
import { Menu, type MenuGroup } from "#client/ui/Menu.tsx";
import { isLocale, locales } from "#shared/sheet/locale.ts";
import styles from "./BoardMenu.module.css";

type Props = {
  /** What a facilitator decides stands first; nobody else has it. */
  rules: { groups: readonly MenuGroup[]; choose: (id: string) => void } | undefined;
};

/** Rules, language and theme, in one small menu: the bar above the sheet is for the sheet. */
export function BoardMenu({ rules }: Props) {
  const t = useTranslations("board");
  const common = useTranslations("common");
  const { language, chooseLanguage } = useLanguage();
  const { theme, chooseTheme } = useTheme();
  const isProjector = theme === "projecteur";
  const choose = (id: string) => {
    if (isLocale(id)) chooseLanguage(id);
    else if (id === "theme") chooseTheme(isProjector ? "clair" : "projecteur");
    else rules?.choose(id);
  };
  const looks = [
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
  ];
  return (
    <Menu
      label={t(rules === undefined ? "menu" : "menuWithRules")}
      trigger={<Settings2 aria-hidden />}
      square
      onChoose={choose}
      entries={rules === undefined ? looks : [...rules.groups, { heading: t("menu"), entries: looks }]}
    />
  );
}
