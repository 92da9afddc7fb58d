import { Lock, LockOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import { useRules } from "#client/board/useRules.ts";
import { Button } from "#client/ui/Button.tsx";
import type { SectionId } from "#shared/sheet/sections.ts";
import type { Decide } from "./useDecisions.ts";

type Props = { sectionId: SectionId; decide: Decide; isDeciding: boolean };

/** Locks this section, or opens it again. The padlock is as the section is now. */
export function LockButton({ sectionId, decide, isDeciding }: Props) {
  const t = useTranslations("rules");
  const isLocked = useRules().locked.includes(sectionId);
  return (
    <Button
      pending={isDeciding}
      aria-label={t(isLocked ? "unlockName" : "lockName")}
      onClick={() => decide({ type: "lockSections", sections: [sectionId], locked: !isLocked })}
    >
      {isLocked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
      {t(isLocked ? "unlock" : "lock")}
    </Button>
  );
}
