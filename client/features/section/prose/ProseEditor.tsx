import { type Editor, Extension } from "@tiptap/core";
import { Collaboration, isChangeOrigin } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Selection } from "@tiptap/pm/state";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef } from "react";
import { useBoard } from "#client/board/BoardContext.tsx";
import { usePresence } from "#client/board/usePresence.ts";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { isPersonColor, personClass } from "#client/ui/personClass.ts";
import { proseOf } from "#shared/board/prose.ts";
import { caretAwareness } from "./caretAwareness.ts";
import styles from "./Prose.module.css";
import type { CaretStart } from "./ProseField.tsx";
import { ProseToolbar } from "./ProseToolbar.tsx";
import { proseExtensions } from "./proseExtensions.ts";

type Props = {
  fieldId: string;
  labelledBy: string;
  start: CaretStart;
  takeEarlyText: () => string;
  /** Esc: the focus goes back to the text. */
  onEnd: () => void;
};

/** The editor of one rich text, for as long as somebody writes in it. */
export function ProseEditor({ fieldId, labelledBy, start, takeEarlyText, onEnd }: Props) {
  const { board } = useBoard();
  const { sectionId } = useSectionContent();
  const { awareness, setTyping } = usePresence();
  const latest = useRef({ onEnd, takeEarlyText });
  latest.current = { onEnd, takeEarlyText };
  const extensions = useMemo(
    () => [
      ...proseExtensions,
      Collaboration.configure({ fragment: proseOf(board, sectionId, fieldId) }),
      CollaborationCaret.configure({
        provider: { awareness: caretAwareness(awareness) },
        render: drawCaret,
        selectionRender: ({ who }) => ({ class: `${styles.selection} ${whoClass(who)}` }),
      }),
      Extension.create({
        name: "endEditing",
        addKeyboardShortcuts: () => ({
          Escape: () => {
            latest.current.onEnd();
            return true;
          },
        }),
      }),
    ],
    [board, sectionId, fieldId, awareness],
  );
  const editor = useEditor(
    {
      extensions,
      // Its styles are ours (Prose.module.css): a style element of its own is refused by the content policy.
      injectCSS: false,
      editorProps: {
        attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": labelledBy },
      },
      // What others write comes in as an update too.
      onUpdate: ({ transaction }) => {
        if (!isChangeOrigin(transaction)) setTyping();
      },
    },
    [extensions],
  );
  useEffect(() => {
    // React may put the editor aside and bring it back; another one is then made in place of the one that ended.
    if (editor === null || editor.isDestroyed) return;
    editor.commands.setTextSelection(placeOf(editor, start));
    // At once, not in the next frame as the command does: what is typed meanwhile would be lost.
    editor.view.focus();
    const early = latest.current.takeEarlyText();
    if (early !== "") editor.commands.insertContent({ type: "text", text: early });
  }, [editor, start]);
  return (
    <>
      <ProseToolbar editor={editor} />
      <EditorContent editor={editor} className={`${styles.prose} ${styles.editing}`} />
    </>
  );
}

function placeOf(editor: Editor, start: CaretStart): number {
  const end = Selection.atEnd(editor.state.doc).from;
  const box = editor.view.dom.parentElement?.getBoundingClientRect();
  if (start === "end" || box === undefined) return end;
  return editor.view.posAtCoords({ left: box.left + start.x, top: box.top + start.y })?.pos ?? end;
}

const whoClass = (who: unknown) => (isPersonColor(who) ? personClass(who) : "");

function drawCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = `${styles.caret} ${whoClass(user.who)}`;
  const name = document.createElement("span");
  name.className = styles.caretName ?? "";
  name.textContent = String(user.name);
  caret.append(name);
  return caret;
}
