import { Plus } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useSection } from "#client/board/useSection.ts";
import { afterMenus } from "#client/features/section/afterMenus.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { Button } from "#client/ui/Button.tsx";
import { rowsOf } from "#shared/board/rows.ts";
import type { RowsBlock } from "#shared/sheet/fields.ts";
import { MoneyWords } from "./MoneyWords.tsx";
import { planColumns } from "./planColumns.ts";
import { RowCards } from "./RowCards.tsx";
import styles from "./RowsBlockView.module.css";
import { RowTable } from "./RowTable.tsx";
import { rowWord } from "./rowWords.ts";
import { useRowActions } from "./useRowActions.ts";
import { useRowRights } from "./useRowRights.ts";
import { useWidth } from "./useWidth.ts";

// Below this width a row is a card: a table would leave each cell two or three words.
const tableFrom = 560;

/** What a row can be asked to do, beside being written in. */
export type RowCommands = {
  mayRemove: boolean;
  remove: (id: string) => void;
  move: (id: string, by: -1 | 1) => void;
  /** To the same field of the next row; after the last one, to a new row. */
  goDown: (id: string, fieldId: string | undefined) => void;
};

/** The rows of one list: a table where there is room, cards where there is not. */
export function RowsBlockView({ block }: { block: RowsBlock }) {
  const t = useTranslations("rows");
  const { sectionId, isWritable } = useSectionContent();
  const container = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const width = useWidth(container);
  const ids = useSection(sectionId, (board) => rowsOf(board, block.list, block.where).map(({ id }) => id));
  const actions = useRowActions(block);
  const { mayName, mayRemove } = useRowRights(block);
  const mayAdd = isWritable && block.canAdd && mayName;
  const toFocus = useRef<{ id: string; fieldId: string | undefined } | null>(null);

  const focusCell = (id: string, fieldId: string | undefined) => {
    const row = container.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
    if (!row) return false;
    const cell = fieldId === undefined ? row : row.querySelector(`[data-cell="${fieldId}"]`);
    const control = (cell ?? row).querySelector<HTMLElement>("[data-cell] :is(textarea, input, button)");
    const inCell = cell?.querySelector<HTMLElement>("textarea, input, button");
    (fieldId === undefined ? control : inCell)?.focus();
    return true;
  };
  // A new row exists for us once it is drawn; a moved one lost the focus when it changed place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the rows changed.
  useLayoutEffect(() => {
    if (toFocus.current !== null && focusCell(toFocus.current.id, toFocus.current.fieldId))
      toFocus.current = null;
  }, [ids]);

  const add = () => {
    toFocus.current = { id: actions.add(), fieldId: undefined };
  };
  const commands: RowCommands = {
    mayRemove,
    remove: (id) => {
      const at = ids.indexOf(id);
      const neighbour = ids[at + 1] ?? ids[at - 1];
      actions.remove(id);
      afterMenus(() => {
        if (neighbour === undefined) addButton.current?.focus();
        else focusCell(neighbour, undefined);
      });
    },
    move: (id, by) => {
      const cell = document.activeElement?.closest<HTMLElement>("[data-cell]");
      toFocus.current = { id, fieldId: cell?.dataset.cell };
      actions.move(id, by);
    },
    goDown: (id, fieldId) => {
      const next = ids[ids.indexOf(id) + 1];
      if (next !== undefined) focusCell(next, fieldId);
      else if (mayAdd) add();
    },
  };
  const plan = planColumns(block.fields, width);
  const props = { block, ids, commands, plan };
  return (
    <div ref={container} className={styles.rows}>
      {ids.length === 0 && <p className={styles.none}>{t("none")}</p>}
      {ids.length > 0 &&
        width > 0 &&
        (width >= tableFrom ? <RowTable {...props} /> : <RowCards {...props} />)}
      {ids.length > 0 && <MoneyWords block={block} />}
      {mayAdd && (
        <Button ref={addButton} onClick={add} className={styles.add}>
          <Plus aria-hidden />
          {t(`add.${rowWord(block.list)}`)}
        </Button>
      )}
    </div>
  );
}
