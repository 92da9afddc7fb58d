import { Fragment, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from "react";
import type { Mark, ProseNode } from "#shared/board/prose.ts";
import styles from "./Prose.module.css";

type Props = {
  ref: Ref<HTMLDivElement>;
  tree: readonly ProseNode[];
  isWritable: boolean;
  labelledBy: string;
  /** What stands where nothing is written yet. */
  placeholder: string;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Somebody comes near: the editor may be fetched. */
  onIntent: (() => void) | undefined;
};

/** Prose as it is read: thirty of them cost nothing, where thirty editors would. */
export function ProseReader({
  ref,
  tree,
  isWritable,
  labelledBy,
  placeholder,
  onClick,
  onKeyDown,
  onIntent,
}: Props) {
  const content =
    tree.length === 0 ? (
      <p aria-hidden={isWritable} className={styles.placeholder}>
        {placeholder}
      </p>
    ) : (
      <Nodes nodes={tree} />
    );
  if (!isWritable)
    return (
      <div ref={ref} className={`${styles.prose} ${styles.read}`}>
        {content}
      </div>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field of HTML holds headings and lists.
    <div
      ref={ref}
      role="textbox"
      aria-multiline
      aria-placeholder={placeholder}
      aria-labelledby={labelledBy}
      tabIndex={0}
      className={`${styles.prose} ${styles.read} ${styles.writable}`}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={onIntent}
      onPointerEnter={onIntent}
    >
      {content}
    </div>
  );
}

function Nodes({ nodes }: { nodes: readonly ProseNode[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of prose have no identity but their place.
  return nodes.map((node, index) => <Fragment key={`${index} ${node.type}`}>{drawn(node)}</Fragment>);
}

function drawn(node: ProseNode): ReactNode {
  if (node.type === "text") return marked(node.text, node.marks);
  if (node.type === "hardBreak") return <br />;
  // An empty block keeps the height of its line.
  const inside = node.children.length === 0 ? <br /> : <Nodes nodes={node.children} />;
  switch (node.type) {
    case "heading":
      // The section has h1 and h2: what is a heading of the text is one below, as it looks.
      return node.level === 2 ? <h3>{inside}</h3> : <h4>{inside}</h4>;
    case "bulletList":
      return <ul>{inside}</ul>;
    case "orderedList":
      return <ol>{inside}</ol>;
    case "listItem":
      return <li>{inside}</li>;
    case "paragraph":
      return <p>{inside}</p>;
  }
}

function marked(text: string, marks: readonly Mark[]): ReactNode {
  let inner: ReactNode = text;
  for (const mark of marks) inner = <Marked mark={mark}>{inner}</Marked>;
  return inner;
}

function Marked({ mark, children }: { mark: Mark; children: ReactNode }) {
  if (mark.type === "bold") return <strong>{children}</strong>;
  if (mark.type === "italic") return <em>{children}</em>;
  return (
    <a href={mark.href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
