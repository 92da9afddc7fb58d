import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import { useRules } from "#client/board/useRules.ts";
import { Chip } from "#client/ui/Chip.tsx";
import { restrictionOf } from "#shared/access/rules.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import styles from "./SectionRule.module.css";

/** Under the name of an open section: that not everybody writes here, and who does. */
export function SectionRule({ sectionId }: { sectionId: SectionId }) {
  const t = useTranslations("rules");
  const restriction = restrictionOf(sectionId, useRules());
  if (restriction === undefined) return null;
  return (
    <p className={styles.rule} data-restriction={restriction}>
      <Chip className={styles.chip}>
        <Lock aria-hidden strokeWidth={2.5} />
        {t(`chip.${restriction}`)}
      </Chip>
      {t(`why.${restriction}`)}
    </p>
  );
}
