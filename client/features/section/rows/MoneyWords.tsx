import { useFormatter, useTranslations } from "use-intl";
import { useSection } from "#client/board/useSection.ts";
import { sumOfMoney } from "#client/features/section/fields/parseAmount.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import type { RowsBlock } from "#shared/sheet/fields.ts";
import styles from "./MoneyWords.module.css";
import { declaredTotal, sumsOf } from "./moneySums.ts";

/** What the sums mean: how they stand to the total that was declared, or what part of the plan is spent. */
export function MoneyWords({ block }: { block: RowsBlock }) {
  const words = useWords(block);
  return words.map((sentence) => (
    <p key={sentence} className={styles.words}>
      {sentence}
    </p>
  ));
}

function useWords(block: RowsBlock): string[] {
  const t = useTranslations("rows");
  const format = useFormatter();
  const { sectionId } = useSectionContent();
  const { sums, declared } = useSection(sectionId, (board) => ({
    sums: sumsOf(board, block),
    declared: declaredTotal(board),
  }));
  const say = (amount: number) => format.number(amount, "money");
  const { plannedEur, committedEur, spentEur, amountEur } = sums;
  const against = (total: number, kind: "lines" | "funding") => {
    if (declared === undefined) return [t(`${kind}.undeclared`, { total: say(total) })];
    const difference = sumOfMoney([declared, -total]);
    if (difference === 0) return [t(`${kind}.equal`, { total: say(total) })];
    const which = difference > 0 ? "short" : "over";
    return [
      t(`${kind}.${which}`, {
        total: say(total),
        declared: say(declared),
        difference: say(Math.abs(difference)),
      }),
    ];
  };
  const shareOfPlan = (name: "committed" | "spent", amount: number | undefined) => {
    if (amount === undefined) return [];
    if (!plannedEur) return [t(`${name}.amount`, { amount: say(amount) })];
    const share = format.number(amount / plannedEur, "percent");
    return [t(`${name}.share`, { amount: say(amount), share })];
  };
  if (amountEur !== undefined) return against(amountEur, "funding");
  if (spentEur !== undefined)
    return [...shareOfPlan("committed", committedEur), ...shareOfPlan("spent", spentEur)];
  return plannedEur === undefined ? [] : against(plannedEur, "lines");
}
