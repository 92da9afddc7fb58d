import { type KeyboardEvent, useRef, useState } from "react";
import { usePresence } from "#client/board/usePresence.ts";
import { useKeptDraft } from "#client/features/section/keptDrafts.ts";

type Options<T> = {
  /** What the board holds. */
  value: T | undefined;
  /** Undefined when the text is none of these. */
  parse: (text: string) => T | undefined;
  /** How a value is written to be edited. */
  editable: (value: T) => string;
  /** How it is shown when nobody edits it. */
  shown: (value: T) => string;
  write: (value: T | undefined) => void;
  explain: (text: string) => string;
};

/**
 * A value that is typed as a text and kept as something else. The text is understood when one leaves the field; if it
 * is not, it stays there with a sentence, and what the board holds does not change.
 */
export function useDraft<T>({ value, parse, editable, shown, write, explain }: Options<T>) {
  const { setTyping } = usePresence();
  const [draft, setDrawn] = useState<string | null>(null);
  // Enter takes the draft over and may leave the field at once: what is taken over must not be so twice.
  const waiting = useRef<string | null>(null);
  const setDraft = (text: string | null) => {
    waiting.current = text;
    setDrawn(text);
  };
  useKeptDraft(draft ?? "");
  const [isEditing, setEditing] = useState(false);
  const parsed = draft === null || draft.trim() === "" ? undefined : parse(draft);
  const isRefused = draft !== null && draft.trim() !== "" && parsed === undefined;
  // Nobody is corrected in the middle of a word: only what was left that way is explained, until it is understood.
  const [wasLeft, setLeft] = useState(false);
  const commit = () => {
    setEditing(false);
    setLeft(isRefused);
    if (waiting.current === null || isRefused) return;
    if (parsed !== value) write(parsed);
    setDraft(null);
  };
  const atRest = value === undefined ? "" : isEditing ? editable(value) : shown(value);
  return {
    text: draft ?? atRest,
    isEditing,
    refusal: isRefused && wasLeft ? explain(draft) : undefined,
    input: {
      onFocus: () => setEditing(true),
      onBlur: commit,
      onChange: (text: string) => {
        setDraft(text);
        setTyping();
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === "Enter") commit();
        // The first Esc puts back what was there, the next one leaves the field.
        if (event.key === "Escape" && draft !== null) {
          event.preventDefault();
          setDraft(null);
        }
      },
    },
  };
}
