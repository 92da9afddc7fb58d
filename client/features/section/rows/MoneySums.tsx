import { useFormatter, useTranslations } from "use-intl";
import { useSection } from "#client/board/useSection.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import type { RowsBlock } from "#shared/sheet/fields.ts";
import styles from "./MoneySums.module.css";
import { sumsOf } from "./moneySums.ts";
import type { ColumnPlan } from "./planColumns.ts";

/** The last line of a table with amounts: their sums. */
export function MoneySums({ block, plan }: { block: RowsBlock; plan: ColumnPlan }) {
  const t = useTranslations("rows");
  const format = useFormatter();
  const { sectionId, isWritable } = useSectionContent();
  const sums = useSection(sectionId, (board) => sumsOf(board, block));
  if (Object.keys(sums).length === 0) return null;
  return (
    <tfoot className={styles.sums}>
      <tr>
        <td />
        {plan.columns.map(({ field }, index) => {
          const sum = sums[field.id];
          if (index === 0)
            return (
              <th key={field.id} scope="row">
                {t("total")}
              </th>
            );
          return (
            <td key={field.id} className={styles.sum}>
              {sum === undefined ? null : format.number(sum, "money")}
            </td>
          );
        })}
        {isWritable && <td />}
      </tr>
    </tfoot>
  );
}
