import { useBoard } from "#client/board/BoardContext.tsx";
import { useRules } from "#client/board/useRules.ts";
import { mayWriteIn } from "#shared/access/rules.ts";
import type { RowsBlock } from "#shared/sheet/fields.ts";
import { fieldsWritten, sectionsWriting } from "#shared/sheet/rowSections.ts";

/** What I may do to the rows of a block beyond its own fields, since they stand in other sections too. */
export function useRowRights({ list, fields }: RowsBlock) {
  const { role } = useBoard();
  const rules = useRules();
  const mayWriteField = (path: string) =>
    sectionsWriting(list, path).some((section) => mayWriteIn(role, section, rules));
  const [identity] = fields;
  return {
    /** Give a row its name: one without would help nobody, so it is not added either. */
    mayName: identity === undefined || mayWriteField(identity.path),
    /** It takes along what is written of it elsewhere. */
    mayRemove: fieldsWritten(list).every(mayWriteField),
  };
}
