import { Presentation } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#client/ui/Button.tsx";
import styles from "./ThemeSwitch.module.css";
import { useTheme } from "./theme.ts";

/** Turns the projector theme on and off: the word beside the icon where there is room. */
export function ThemeSwitch() {
  const t = useTranslations("common");
  const { theme, chooseTheme } = useTheme();
  const projector = theme === "projecteur";
  return (
    <Button
      aria-label={t("themeProjector")}
      aria-pressed={projector}
      title={t("themeProjector")}
      className={styles.switch}
      onClick={() => chooseTheme(projector ? "clair" : "projecteur")}
    >
      <Presentation aria-hidden />
      <span className={styles.words}>{t("themeProjector")}</span>
    </Button>
  );
}
