import { nanoid } from "nanoid";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { isoFromDate } from "#client/features/section/fields/parseDate.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { addRow, moveRow, type RowValues, rowsOf } from "#shared/board/rows.ts";
import { takeRow } from "#shared/board/takeOut.ts";
import type { RowsBlock } from "#shared/sheet/fields.ts";

export type RowActions = {
  /** Adds a row at the end and answers its id. */
  add: () => string;
  remove: (id: string) => void;
  move: (id: string, by: -1 | 1) => void;
};

export function useRowActions(block: RowsBlock): RowActions {
  const t = useTranslations("rows");
  const { board } = useBoard();
  const { announce, offerWayBack } = useSectionContent();
  const { list } = block;
  return {
    add: () => {
      const id = nanoid(12);
      const last = rowsOf(board, list, block.where).at(-1);
      const place = last === undefined ? {} : { afterId: last.id };
      addRow(board, list, { id, values: firstValues(block, new Date()), ...place });
      announce(t("added"));
      return id;
    },
    remove: (id) => {
      const undo = takeRow(board, list, id);
      if (undo !== undefined) offerWayBack({ text: t("removed"), undo });
    },
    move: (id, by) => {
      const rows = rowsOf(board, list, block.where);
      const at = rows.findIndex((row) => row.id === id);
      const target = at + by;
      if (at === -1 || target < 0 || target >= rows.length) return;
      const after = by === 1 ? rows[target] : rows[target - 1];
      moveRow(board, list, id, after?.id ?? null);
      announce(t("moved", { place: target + 1, count: rows.length }));
    },
  };
}

/** What a row begins with: the defaults of its block, the day for what is dated, the year for what is yearly. */
function firstValues({ defaults, fields }: RowsBlock, now: Date): RowValues {
  const isDated = fields.some(({ id, type, required }) => id === "date" && type === "date" && required);
  const isYearly = fields.some(({ id }) => id === "year");
  return {
    ...(isDated && { date: isoFromDate(now) }),
    ...(isYearly && { year: now.getFullYear() }),
    ...defaults,
  };
}
