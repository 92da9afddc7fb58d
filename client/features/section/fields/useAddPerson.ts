import { nanoid } from "nanoid";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { useRules } from "#client/board/useRules.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { mayWriteIn } from "#shared/access/rules.ts";
import { addRow } from "#shared/board/rows.ts";
import type { Field } from "#shared/sheet/fields.ts";
import { sectionsShowing } from "#shared/sheet/rowSections.ts";

/** Somebody who is not in the project yet can be named where they are needed: they join the team as a contributor. */
export function useAddPerson(field: Field, onAdded: (id: string) => void) {
  const t = useTranslations("fields");
  const { board, role } = useBoard();
  const { announce } = useSectionContent();
  const rules = useRules();
  if (field.refList !== "people") return undefined;
  if (!sectionsShowing("people").some((section) => mayWriteIn(role, section, rules))) return undefined;
  return {
    label: (name: string) => t("addPerson", { name }),
    onCreate: (displayName: string) => {
      const id = nanoid(12);
      addRow(board, "people", {
        id,
        values: { displayName, projectRole: "contributor", internalExternal: "internal", fixed: false },
      });
      onAdded(id);
      announce(t("personAdded", { name: displayName }));
    },
  };
}
