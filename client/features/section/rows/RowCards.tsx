import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { Button } from "#client/ui/Button.tsx";
import type { RowsBlock } from "#shared/sheet/fields.ts";
import styles from "./RowCards.module.css";
import { RowCell } from "./RowCell.tsx";
import { RowDetail } from "./RowDetail.tsx";
import { RowMenu } from "./RowMenu.tsx";
import type { RowCommands } from "./RowsBlockView.tsx";
import { rowKeys } from "./rowKeys.ts";
import { missingIn, nameOfRow, useRow } from "./useRow.ts";

type Props = { block: RowsBlock; ids: readonly string[]; commands: RowCommands };

// What a card shows before it is opened, beside its name.
const shownAtOnce = 4;

/** Rows as cards, one under the other, for a narrow place. */
export function RowCards({ block, ids, commands }: Props) {
  return (
    <ol className={styles.cards}>
      {ids.map((id, index) => (
        <RowCard
          key={id}
          block={block}
          id={id}
          index={index}
          isLast={index === ids.length - 1}
          commands={commands}
        />
      ))}
    </ol>
  );
}

type CardProps = Omit<Props, "ids"> & { id: string; index: number; isLast: boolean };

function RowCard({ block, id, index, isLast, commands }: CardProps) {
  const t = useTranslations("rows");
  const { language } = useLanguage();
  const { isWritable } = useSectionContent();
  const fields = useRow(block, id);
  const [isOpen, setOpen] = useState(false);
  const detailId = useId();
  if (fields === undefined) return null;
  const rowName = nameOfRow(fields, t("row", { number: index + 1 }));
  const [identity, ...others] = fields;
  const important = others.filter(({ field }) => field.required || field.readOnly);
  const shown = (important.length > 0 ? important : others).slice(0, shownAtOnce);
  const details = others.filter((one) => !shown.includes(one));
  const missing = missingIn(details);
  return (
    <li data-row={id} className={styles.card} onKeyDown={isWritable ? rowKeys(id, commands) : undefined}>
      <div className={styles.head}>
        <b className={styles.number}>{index + 1}</b>
        {identity && <RowCell block={block} rowField={identity} rowName={rowName} isIdentity />}
        {isWritable && (
          <RowMenu id={id} rowName={rowName} isFirst={index === 0} isLast={isLast} commands={commands} />
        )}
      </div>
      <dl className={styles.fields}>
        {shown.map((rowField) => (
          <div key={rowField.field.id} className={styles.line}>
            <dt>{rowField.field.label[language]}</dt>
            <dd>
              <RowCell block={block} rowField={rowField} rowName={rowName} isIdentity={false} />
            </dd>
          </div>
        ))}
      </dl>
      {details.length > 0 && (
        <Button
          kind="quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailId : undefined}
          className={styles.more}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown aria-hidden className={styles.chevron} />
          {isOpen
            ? t("fewerFields")
            : t(missing > 0 && isWritable ? "moreFieldsMissing" : "moreFields", {
                count: details.length,
                missing,
              })}
        </Button>
      )}
      {isOpen && (
        <div id={detailId}>
          <RowDetail fields={details} />
        </div>
      )}
    </li>
  );
}
