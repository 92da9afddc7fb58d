import { useCallback, useMemo } from "react";
import { useLocation } from "wouter";
import { isSectionId, type SectionId } from "#shared/sheet/sections.ts";

type OpenSection = {
  section: SectionId | null;
  /** From the sheet: the browser's Back then returns to the sheet. */
  open: (section: SectionId) => void;
  /** From a section to another: Back still returns to the sheet. */
  go: (section: SectionId) => void;
  close: () => void;
};

/** The open section is part of the address: /b/<board>/s/<section>. */
export function useOpenSection(boardId: string): OpenSection {
  const [path, navigate] = useLocation();
  const sheetPath = `/b/${boardId}`;
  const section = sectionIn(path, sheetPath);
  const open = useCallback(
    (next: SectionId) => navigate(`${sheetPath}/s/${next}`, { state: fromSheet }),
    [navigate, sheetPath],
  );
  const go = useCallback(
    (next: SectionId) => navigate(`${sheetPath}/s/${next}`, { replace: true, state: history.state }),
    [navigate, sheetPath],
  );
  const close = useCallback(() => {
    if (cameFromSheet(history.state)) history.back();
    else navigate(sheetPath, { replace: true });
  }, [navigate, sheetPath]);
  return useMemo(
    () => ({ section, open: section === null ? open : go, go, close }),
    [section, open, go, close],
  );
}

function sectionIn(path: string, sheetPath: string): SectionId | null {
  const start = `${sheetPath}/s/`;
  const id = path.startsWith(start) ? path.slice(start.length) : "";
  return isSectionId(id) ? id : null;
}

const fromSheet = { fromSheet: true };

function cameFromSheet(state: unknown): boolean {
  return typeof state === "object" && state !== null && "fromSheet" in state;
}
