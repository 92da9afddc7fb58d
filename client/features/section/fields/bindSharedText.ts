// An input that several people write in. It is not drawn by React at each letter: the caret, the letters being composed
// and the browser's own undo survive only where nobody else sets what the input holds without need.
import type * as Y from "yjs";
import { perFrame } from "#client/board/perFrame.ts";
import { applyTextChange, textChange } from "#shared/board/textChange.ts";
import type { TextSource } from "./fieldPlace.ts";
import { mergeTyping, placeIn } from "./mergeTyping.ts";

export type TextInput = HTMLTextAreaElement | HTMLInputElement;

type Options = {
  source: TextSource;
  /** Line breaks become spaces. */
  singleLine: boolean;
  /** After every change, by whomever. */
  onShown: (text: string) => void;
  /** After one's own. */
  onTyped: () => void;
};

/** Binds the input to the shared text, until the returned function is called. */
export function bindSharedText(
  input: TextInput,
  { source, singleLine, onShown, onTyped }: Options,
): () => void {
  let shown = source.read();
  let isComposing = false;
  let observed: Y.Text | undefined;

  const show = () => {
    if (isComposing) return;
    const next = source.read();
    if (input.value !== next) {
      const change = textChange(input.value, next);
      const isActive = input.ownerDocument.activeElement === input;
      const { selectionStart, selectionEnd, selectionDirection } = input;
      input.value = next;
      if (isActive && selectionStart !== null && selectionEnd !== null)
        input.setSelectionRange(
          placeIn(selectionStart, change),
          placeIn(selectionEnd, change),
          selectionDirection ?? "none",
        );
    }
    shown = next;
    onShown(next);
  };
  const frame = perFrame(show);
  const onEvent = (_event: unknown, transaction: Y.Transaction) => {
    if (transaction.local) frame.now();
    else frame.ask();
  };
  const observe = () => {
    const text = source.text();
    if (text === observed) return;
    observed?.unobserve(onEvent);
    observed = text;
    observed?.observe(onEvent);
  };
  const onInput = () => {
    if (singleLine && !isComposing && /[\r\n]/.test(input.value)) {
      const { selectionStart } = input;
      input.value = input.value.replace(/\r?\n|\r/g, " ");
      input.setSelectionRange(selectionStart, selectionStart);
    }
    const typed = input.value;
    const text = source.forWriting();
    observe();
    const merged = mergeTyping(shown, typed, source.read());
    shown = typed;
    applyTextChange(text, merged);
    onShown(typed);
    onTyped();
  };
  const onCompositionStart = () => {
    isComposing = true;
  };
  const onCompositionEnd = () => {
    isComposing = false;
    onInput();
    show();
  };

  show();
  observe();
  input.addEventListener("input", onInput);
  input.addEventListener("compositionstart", onCompositionStart);
  input.addEventListener("compositionend", onCompositionEnd);
  return () => {
    frame.cancel();
    observed?.unobserve(onEvent);
    input.removeEventListener("input", onInput);
    input.removeEventListener("compositionstart", onCompositionStart);
    input.removeEventListener("compositionend", onCompositionEnd);
  };
}
