import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type Person, usePeopleIn } from "#client/board/usePresence.ts";
import { useMayWrite } from "#client/board/useRules.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { WayBack, type WayBackOffer } from "./WayBack.tsx";

type SectionContent = {
  sectionId: SectionId;
  isWritable: boolean;
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
  const content = useMemo(
    () => ({ sectionId, isWritable, people, announce, offerWayBack }),
    [sectionId, isWritable, people, announce, offerWayBack],
  );
  return (
    <SectionContext value={content}>
      {children}
      <WayBack said={said} offer={offer} onClose={close} onUndone={announce} />
    </SectionContext>
  );
}

export function useSectionContent(): SectionContent {
  const content = useContext(SectionContext);
  if (content === null) throw new Error("The parts of a section need a SectionScope above them");
  return content;
}
