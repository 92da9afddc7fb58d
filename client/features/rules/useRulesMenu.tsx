import { Lock, LockOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import { useRules } from "#client/board/useRules.ts";
import type { MenuGroup } from "#client/ui/Menu.tsx";
import { restrictionOf } from "#shared/access/rules.ts";
import { sections } from "#shared/sheet/sections.ts";
import type { Decide } from "./useDecisions.ts";

const everySection = sections.map(({ id }) => id);
const evaluation = sections.filter(({ phase }) => phase === "evaluation").map(({ id }) => id);

/** What a facilitator decides for the whole sheet, as parts of a menu. */
export function useRulesMenu(decide: Decide): { groups: MenuGroup[]; choose: (id: string) => void } {
  const t = useTranslations("rules");
  const rules = useRules();
  const isReserved = evaluation.every((id) =>
    rules.reserved.some((one) => one.section === id && one.for === "committee"),
  );
  const locked = everySection.filter((id) => restrictionOf(id, rules) === "locked");
  const lockAll = { id: "lockAll", label: t("lockAll"), icon: <Lock aria-hidden /> };
  const unlockAll = {
    id: "unlockAll",
    label: t("unlockAll", { count: locked.length }),
    icon: <LockOpen aria-hidden />,
  };
  return {
    groups: [
      {
        heading: t("menu"),
        entries: [
          ...(locked.length < everySection.length ? [lockAll] : []),
          ...(locked.length > 0 ? [unlockAll] : []),
        ],
      },
      {
        label: t("menu"),
        entries: [
          { id: "reserve", label: t("reserveEvaluation"), isChecked: isReserved },
          {
            id: "keepNotes",
            label: t("keepNotes"),
            hint: t("keepNotesAbout"),
            isChecked: rules.notesKeptToAuthor,
          },
        ],
      },
    ],
    choose: (id) => {
      if (id === "lockAll") decide({ type: "lockSections", sections: everySection, locked: true });
      if (id === "unlockAll") decide({ type: "lockSections", sections: locked, locked: false });
      if (id === "reserve") {
        decide({ type: "reserveSections", sections: evaluation, for: isReserved ? null : "committee" });
      }
      if (id === "keepNotes") decide({ type: "keepNotesToAuthor", on: !rules.notesKeptToAuthor });
    },
  };
}
