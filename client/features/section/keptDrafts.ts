import { createContext, useContext, useLayoutEffect, useMemo, useRef, useState } from "react";

/** What is typed in the open section and the board does not have yet, by the place it is typed in. */
type Drafts = Map<object, string>;

export const DraftsContext = createContext<Drafts | null>(null);

/** Should the section be closed to me while I write, this text is kept for me to copy. */
export function useKeptDraft(text: string): void {
  const drafts = useContext(DraftsContext);
  const place = useRef({});
  useLayoutEffect(() => {
    const at = place.current;
    if (text.trim() !== "") drafts?.set(at, text);
    return () => {
      drafts?.delete(at);
    };
  }, [drafts, text]);
}

/** The drafts of a section, and those that were being written when it was closed. */
export function useKeptDrafts(isWritable: boolean) {
  const [drafts] = useState<Drafts>(() => new Map());
  const [wasWritable, setWasWritable] = useState(isWritable);
  const [kept, setKept] = useState("");
  if (wasWritable !== isWritable) {
    setWasWritable(isWritable);
    // Read while the fields are still there: drawn without them, they would have taken their drafts along.
    if (!isWritable) setKept([...drafts.values()].join("\n\n"));
  }
  const keptDraft = useMemo(() => ({ text: kept, forget: () => setKept("") }), [kept]);
  return { drafts, keptDraft };
}
