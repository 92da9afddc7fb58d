import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { useBoard } from "#client/board/BoardContext.tsx";
import { type Person, usePeopleIn } from "#client/board/usePresence.ts";
import { useMayWrite, useRules } from "#client/board/useRules.ts";
import { mayRewriteNote } from "#shared/access/rules.ts";
import type { Note } from "#shared/board/notes.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { DraftsContext, useKeptDrafts } from "./keptDrafts.ts";
import { WayBack, type WayBackOffer } from "./WayBack.tsx";

type SectionContent = {
  sectionId: SectionId;
  isWritable: boolean;
  /** May I change the text of this note, or delete it? Where I may write, I may move it in any case. */
  mayRewrite: (note: Note) => boolean;
  /** What I was typing when the section was closed to me. */
  keptDraft: { text: string; forget: () => void };
  /** The others who are in this section. */
  people: readonly Person[];
  /** Said to screen readers once what is being read ends. */
  announce: (text: string) => void;
  /** Says what was just removed or moved, with a button that undoes it. */
  offerWayBack: (offer: WayBackOffer) => void;
};

const SectionContext = createContext<SectionContent | null>(null);

/** What everything inside an open section needs to know, and the line that says what just happened. */
export function SectionScope({ sectionId, children }: { sectionId: SectionId; children: ReactNode }) {
  const undoKeys = useTranslations("section")("undoKeys");
  const { role, me } = useBoard();
  const rules = useRules();
  const people = usePeopleIn(sectionId);
  const [said, setSaid] = useState("");
  const [offer, setOffer] = useState<(WayBackOffer & { number: number }) | null>(null);
  const offers = useRef(0);
  // A no-break space more: the same words twice are a change too, or they would not be read again.
  const announce = useCallback(
    (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text)),
    [],
  );
  const offerWayBack = useCallback(
    (next: WayBackOffer) => {
      offers.current += 1;
      setOffer({ ...next, number: offers.current });
      announce(`${next.text}. ${undoKeys}`);
    },
    [announce, undoKeys],
  );
  const close = useCallback(() => setOffer(null), []);
  const isWritable = useMayWrite(sectionId);
  const mayRewrite = useCallback(
    ({ author }: Note) => isWritable && mayRewriteNote(role, author === null || author === me.id, rules),
    [isWritable, role, me.id, rules],
  );
  const { drafts, keptDraft } = useKeptDrafts(isWritable);
  useEffect(() => {
    if (isWritable) return;
    // What would undo is a change too.
    setOffer(null);
    // The field that had the focus is gone: the keyboard goes on from the top of the section.
    if (document.activeElement === document.body) document.getElementById("section-title")?.focus();
  }, [isWritable]);
  const content = useMemo(
    () => ({ sectionId, isWritable, mayRewrite, keptDraft, people, announce, offerWayBack }),
    [sectionId, isWritable, mayRewrite, keptDraft, people, announce, offerWayBack],
  );
  return (
    <SectionContext value={content}>
      <DraftsContext value={drafts}>{children}</DraftsContext>
      <WayBack said={said} offer={offer} onClose={close} onUndone={announce} />
    </SectionContext>
  );
}

export function useSectionContent(): SectionContent {
  const content = useContext(SectionContext);
  if (content === null) throw new Error("The parts of a section need a SectionScope above them");
  return content;
}
