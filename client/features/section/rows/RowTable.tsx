import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import type { RowsBlock } from "#shared/sheet/fields.ts";
import { MoneySums } from "./MoneySums.tsx";
import { type ColumnPlan, menuWidth, numberWidth } from "./planColumns.ts";
import { RowCell } from "./RowCell.tsx";
import { RowDetail } from "./RowDetail.tsx";
import { RowMenu } from "./RowMenu.tsx";
import type { RowCommands } from "./RowsBlockView.tsx";
import styles from "./RowTable.module.css";
import { rowKeys } from "./rowKeys.ts";
import { missingIn, nameOfRow, useRow } from "./useRow.ts";

type Props = { block: RowsBlock; ids: readonly string[]; commands: RowCommands; plan: ColumnPlan };

/** Rows as a table: the fields that matter most in columns, the others in a detail below their row. */
export function RowTable({ block, ids, commands, plan }: Props) {
  const t = useTranslations("rows");
  const { language } = useLanguage();
  const { isWritable } = useSectionContent();
  return (
    <table className={styles.table}>
      <colgroup>
        <col style={{ width: numberWidth }} />
        {plan.columns.map(({ field, width }) => (
          <col key={field.id} style={{ width }} />
        ))}
        {isWritable && <col style={{ width: menuWidth }} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.position}>
            {t("number")}
          </th>
          {plan.columns.map(({ field }) => (
            <th key={field.id} scope="col" className={styles[field.type]}>
              {field.label[language]}
            </th>
          ))}
          {isWritable && (
            <th scope="col">
              <VisuallyHidden>{t("commands")}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      {ids.map((id, index) => (
        <TableRow
          key={id}
          block={block}
          id={id}
          index={index}
          isLast={index === ids.length - 1}
          commands={commands}
          plan={plan}
        />
      ))}
      <MoneySums block={block} plan={plan} />
    </table>
  );
}

type RowProps = Omit<Props, "ids"> & { id: string; index: number; isLast: boolean };

function TableRow({ block, id, index, isLast, commands, plan }: RowProps) {
  const t = useTranslations("rows");
  const { isWritable } = useSectionContent();
  const fields = useRow(block, id);
  const [isOpen, setOpen] = useState(false);
  const detailId = useId();
  if (fields === undefined) return null;
  const rowName = nameOfRow(fields, t("row", { number: index + 1 }));
  const details = fields.filter(({ field }) => plan.details.includes(field));
  const missing = missingIn(details);
  const number = index + 1;
  return (
    <tbody data-row={id} onKeyDown={isWritable ? rowKeys(id, commands) : undefined}>
      <tr className={isOpen ? styles.opened : undefined}>
        <td className={styles.position}>
          {details.length === 0 ? (
            <span className={styles.plain}>{number}</span>
          ) : (
            <button
              type="button"
              className={styles.expand}
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailId : undefined}
              aria-label={t(missing > 0 ? "detailsMissing" : "details", { number, row: rowName, missing })}
              onClick={() => setOpen(!isOpen)}
            >
              {number}
              <ChevronDown aria-hidden className={styles.chevron} />
              {missing > 0 && isWritable && <span aria-hidden className={styles.dot} />}
            </button>
          )}
        </td>
        {plan.columns.map(({ field }, column) => {
          const rowField = fields.find((one) => one.field === field);
          return (
            <td key={field.id}>
              {rowField && (
                <RowCell block={block} rowField={rowField} rowName={rowName} isIdentity={column === 0} />
              )}
            </td>
          );
        })}
        {isWritable && (
          <td className={styles.menu}>
            <RowMenu id={id} rowName={rowName} isFirst={index === 0} isLast={isLast} commands={commands} />
          </td>
        )}
      </tr>
      {isOpen && (
        <tr className={styles.detail}>
          <td id={detailId} colSpan={plan.columns.length + (isWritable ? 2 : 1)}>
            <RowDetail fields={details} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
