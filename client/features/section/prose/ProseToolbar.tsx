import type { ChainedCommands, Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Undo2,
} from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { LinkForm } from "./LinkForm.tsx";
import styles from "./ProseToolbar.module.css";

type Tool = {
  id: "bold" | "italic" | "heading" | "subheading" | "bulletList" | "orderedList";
  icon: LucideIcon;
  isOn: (editor: Editor) => boolean;
  run: (chain: ChainedCommands) => ChainedCommands;
};

const tools: readonly Tool[] = [
  { id: "bold", icon: Bold, isOn: (editor) => editor.isActive("bold"), run: (chain) => chain.toggleBold() },
  {
    id: "italic",
    icon: Italic,
    isOn: (editor) => editor.isActive("italic"),
    run: (chain) => chain.toggleItalic(),
  },
  {
    id: "heading",
    icon: Heading2,
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    run: (chain) => chain.toggleHeading({ level: 2 }),
  },
  {
    id: "subheading",
    icon: Heading3,
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
    run: (chain) => chain.toggleHeading({ level: 3 }),
  },
  {
    id: "bulletList",
    icon: List,
    isOn: (editor) => editor.isActive("bulletList"),
    run: (chain) => chain.toggleBulletList(),
  },
  {
    id: "orderedList",
    icon: ListOrdered,
    isOn: (editor) => editor.isActive("orderedList"),
    run: (chain) => chain.toggleOrderedList(),
  },
];

/** What the words under the caret are, and how to make them otherwise. */
export function ProseToolbar({ editor }: { editor: Editor }) {
  const t = useTranslations("prose");
  const [isLinking, setLinking] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      on: tools.filter((tool) => tool.isOn(current)).map(({ id }) => id),
      href: current.isActive("link") ? String(current.getAttributes("link").href ?? "") : undefined,
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  });
  const button = (
    id: string,
    label: string,
    Icon: LucideIcon,
    isOn: boolean | undefined,
    act: () => void,
    isOff = false,
  ) => (
    <button
      key={id}
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      disabled={isOff}
      // The selection of the text stays as it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      <Icon aria-hidden />
    </button>
  );
  return (
    <div className={styles.toolbar}>
      <div role="toolbar" aria-label={t("toolbar")} className={styles.tools}>
        {tools.map((tool) =>
          button(tool.id, t(`tool.${tool.id}`), tool.icon, state.on.includes(tool.id), () =>
            tool.run(editor.chain().focus()).run(),
          ),
        )}
        {button("link", t("tool.link"), Link, state.href !== undefined, () => setLinking(!isLinking))}
        <span className={styles.gap} />
        {button(
          "undo",
          t("tool.undo"),
          Undo2,
          undefined,
          () => editor.chain().focus().undo().run(),
          !state.canUndo,
        )}
        {button(
          "redo",
          t("tool.redo"),
          Redo2,
          undefined,
          () => editor.chain().focus().redo().run(),
          !state.canRedo,
        )}
      </div>
      {isLinking && (
        <LinkForm
          href={state.href}
          onSet={(href) => {
            setLinking(false);
            const chain = editor.chain().focus().extendMarkRange("link");
            if (editor.state.selection.empty && state.href === undefined)
              chain
                .insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] })
                .run();
            else chain.setLink({ href }).run();
          }}
          onRemove={() => {
            setLinking(false);
            editor.chain().focus().extendMarkRange("link").unsetLink().run();
          }}
          onCancel={() => {
            setLinking(false);
            editor.commands.focus();
          }}
        />
      )}
    </div>
  );
}
