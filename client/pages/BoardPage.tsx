import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useLocation } from "wouter";
import { BoardProvider, useBoardSession } from "#client/board/BoardContext.tsx";
import { usePresence } from "#client/board/usePresence.ts";
import { useTitle } from "#client/board/useSection.ts";
import { ProblemNotice } from "#client/features/language/ProblemNotice.tsx";
import { Avatars } from "#client/features/presence/Avatars.tsx";
import { Cursors } from "#client/features/presence/Cursors.tsx";
import { PeopleButton } from "#client/features/presence/PeopleButton.tsx";
import { PeoplePanel } from "#client/features/presence/PeoplePanel.tsx";
import { SectionFlag } from "#client/features/presence/SectionFlag.tsx";
import { LockButton } from "#client/features/rules/LockButton.tsx";
import { RulesNews } from "#client/features/rules/RulesNews.tsx";
import { SectionRule } from "#client/features/rules/SectionRule.tsx";
import { useDecisions } from "#client/features/rules/useDecisions.ts";
import { useRulesMenu } from "#client/features/rules/useRulesMenu.tsx";
import { NotKeptNotice } from "#client/features/saved/NotKeptNotice.tsx";
import { RefusalDialog } from "#client/features/saved/RefusalDialog.tsx";
import { SavedWords, WaitingStrip } from "#client/features/saved/SavedWords.tsx";
import { ShareButton } from "#client/features/share/ShareButton.tsx";
import { ShareDialog } from "#client/features/share/ShareDialog.tsx";
import { Sheet } from "#client/features/sheet/Sheet.tsx";
import type { ShownPhase } from "#client/features/topbar/PhaseFilter.tsx";
import { TopBar } from "#client/features/topbar/TopBar.tsx";
import { type BoardAccess, forgetBoard, retitleBoard } from "#client/savedBoards.ts";
import { useMedia } from "#client/ui/useMedia.ts";
import { can } from "#shared/access/roles.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { BoardMenu } from "./BoardMenu.tsx";
import styles from "./BoardPage.module.css";
import { useOpenSection } from "./useOpenSection.ts";
import { useSectionView } from "./useSectionView.ts";
import { useUnfolding } from "./useUnfolding.ts";

const panelFits = "(min-width: 1600px)";

export function BoardPage({ access }: { access: BoardAccess }) {
  return (
    <BoardProvider access={access}>
      <BoardDesk access={access} />
    </BoardProvider>
  );
}

/** The sheet on its desk: the bar above, the people beside, one section over it. */
function BoardDesk({ access }: { access: BoardAccess }) {
  const t = useTranslations("presence");
  const common = useTranslations("common");
  const [, navigate] = useLocation();
  const { isReady } = useBoardSession();
  const { setCursor } = usePresence();
  const { section, open, go, close } = useOpenSection(access.boardId);
  const [phase, setPhase] = useState<ShownPhase>("all");
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const layer = useRef<HTMLDivElement>(null);
  const shown = useUnfolding(section, layer);
  const hasPanel = useMedia(panelFits);
  const lastSection = useLast(section);
  const SectionView = useSectionView(isReady || section !== null);
  const title = useTitle().trim();
  const { decide, problem, isDeciding } = useDecisions(access);
  const rulesMenu = useRulesMenu(decide);
  useRememberedTitle(access, title, isReady);

  useEffect(() => {
    if (section !== null) setCursor(null);
  }, [section, setCursor]);

  const decides = can(access.role, "manageRules");
  const showCode = can(access.role, "manageLinks") ? () => setSharing(true) : undefined;
  const flag = useCallback((id: SectionId) => <SectionFlag sectionId={id} />, []);
  const leave = useCallback(() => {
    forgetBoard(access.boardId);
    navigate("/", { replace: true });
  }, [access.boardId, navigate]);

  return (
    <div className={styles.page}>
      <title>{common("pageTitle", { page: (isReady ? title : access.title) || common("untitled") })}</title>
      <TopBar
        phase={phase}
        onPhase={setPhase}
        isWholeSheet={section === null}
        saved={<SavedWords />}
        people={
          <div className={styles.people}>
            <div className={styles.avatars}>
              <Avatars />
            </div>
            {!hasPanel && (
              <PeopleButton
                isOpen={isDrawerOpen}
                onOpenChange={setDrawerOpen}
                onGo={open}
                onShowCode={showCode}
              />
            )}
          </div>
        }
        actions={
          <>
            <ShareButton access={access} />
            <BoardMenu rules={decides ? rulesMenu : undefined} />
          </>
        }
      />
      <div>
        <WaitingStrip />
        <NotKeptNotice />
        {problem !== null && <ProblemNotice problem={problem} />}
      </div>
      <div className={styles.room}>
        <main className={styles.sheet} inert={section !== null}>
          {isReady ? (
            <Sheet
              onOpen={open}
              phase={phase}
              flag={flag}
              overlay={section === null && <Cursors />}
              onPointer={setCursor}
              {...(section === null && lastSection !== null ? { focusSection: lastSection } : {})}
            />
          ) : (
            <Opening />
          )}
        </main>
        {hasPanel && (
          <aside className={styles.panel} aria-label={t("present")} inert={section !== null}>
            <h2 className={styles.panelTitle}>{t("present")}</h2>
            <PeoplePanel onGo={open} onShowCode={showCode} />
          </aside>
        )}
        {/* The main part of the page is either of the two: the sheet is inert while a section lies over it. */}
        <main ref={layer} className={styles.layer} hidden={shown === null}>
          {shown !== null && isReady && SectionView !== null && (
            <SectionView
              sectionId={shown}
              onClose={close}
              onGo={go}
              rule={<SectionRule sectionId={shown} />}
              lock={decides && <LockButton sectionId={shown} decide={decide} isDeciding={isDeciding} />}
            />
          )}
        </main>
      </div>
      {isSharing && <ShareDialog access={access} onClose={() => setSharing(false)} />}
      <RulesNews />
      <RefusalDialog onAccessLost={leave} />
    </div>
  );
}

/** Nothing of a board is drawn before it is here: it would look empty. */
function Opening() {
  const t = useTranslations("board");
  const { saved } = useBoardSession();
  const isAlone = saved.state === "reconnecting" || saved.state === "offline";
  return (
    <p className={styles.opening} role="status">
      {isAlone ? t("unreachable") : t("opening")}
    </p>
  );
}

/** The section that was open before none was. */
function useLast(section: SectionId | null): SectionId | null {
  const [last, setLast] = useState(section);
  if (section !== null && section !== last) setLast(section);
  return last;
}

/** The home page calls the board by the title it has now. */
function useRememberedTitle(access: BoardAccess, title: string, isReady: boolean): void {
  useEffect(() => {
    if (isReady) retitleBoard(access.boardId, title);
  }, [access.boardId, title, isReady]);
}
