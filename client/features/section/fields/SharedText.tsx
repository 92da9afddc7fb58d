import { type ComponentProps, type Ref, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { usePresence } from "#client/board/usePresence.ts";
import { bindSharedText } from "./bindSharedText.ts";
import type { TextSource } from "./fieldPlace.ts";
import styles from "./SharedText.module.css";

type Props = Omit<ComponentProps<"textarea">, "value" | "defaultValue" | "onChange" | "ref"> & {
  source: TextSource;
  singleLine?: boolean;
  /** After every change, with what the field then holds. */
  onShown?: (text: string) => void;
  inputRef?: Ref<HTMLTextAreaElement>;
};

/** A text that several people may write in at once. It grows with what it holds. */
export function SharedText({ source, singleLine = false, onShown, inputRef, className, ...rest }: Props) {
  const input = useRef<HTMLTextAreaElement>(null);
  const grow = useRef<HTMLDivElement>(null);
  const { setTyping } = usePresence();
  // The latest ones, without binding again: that happens only when the text itself becomes another one.
  const latest = useRef({ source, onShown });
  latest.current = { source, onShown };
  const text = source.text();
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(inputRef, () => input.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` says when the source is another one.
  useLayoutEffect(() => {
    if (input.current === null) return;
    return bindSharedText(input.current, {
      source: latest.current.source,
      singleLine,
      onShown: (shown) => {
        // The wrapper draws the same words unseen: its height is the height they need.
        if (grow.current !== null) grow.current.dataset.text = shown;
        latest.current.onShown?.(shown);
      },
      onTyped: setTyping,
    });
  }, [text, singleLine, setTyping]);
  return (
    <div ref={grow} className={[styles.grow, className].filter(Boolean).join(" ")}>
      <textarea {...rest} ref={input} rows={1} spellCheck={rest.spellCheck ?? true} />
    </div>
  );
}
