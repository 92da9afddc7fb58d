import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { useSection } from "#client/board/useSection.ts";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { Occupied } from "#client/features/section/Occupied.tsx";
import { useSectionContent } from "#client/features/section/SectionContext.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { proseOf, proseTree } from "#shared/board/prose.ts";
import type { LocalText } from "#shared/sheet/locale.ts";
import styles from "./ProseField.module.css";
import { ProseReader } from "./ProseReader.tsx";
import { useProseEditor } from "./useProseEditor.ts";

/** Where the caret goes when the editor opens: where one clicked (px from the corner of the text), or the end. */
export type CaretStart = { x: number; y: number } | "end";

type Props = { field: { id: string; label: LocalText; required?: boolean }; headingLevel: 2 | 3 };

/** Rich text: drawn as it is read, and as an editor while one writes in it. */
export function ProseField({ field, headingLevel }: Props) {
  const t = useTranslations("prose");
  const { language } = useLanguage();
  const { sectionId, isWritable } = useSectionContent();
  const tree = useSection(sectionId, (board) => proseTree(proseOf(board, sectionId, field.id)));
  const [start, setStart] = useState<CaretStart | null>(null);
  const reader = useRef<HTMLDivElement>(null);
  const wrapper = useRef<HTMLDivElement>(null);
  // What was typed before the editor was there to take it.
  const early = useRef("");
  const headingId = useId();
  const editor = useProseEditor();
  const Heading = `h${headingLevel}` as const;

  // Closed to me while I write: what I read from now on is what the others read.
  useEffect(() => {
    if (isWritable) return;
    setStart(null);
    early.current = "";
  }, [isWritable]);

  const open = (place: CaretStart) => {
    editor.load();
    setStart(place);
  };
  const close = (isStaying: boolean) => {
    setStart(null);
    early.current = "";
    if (isStaying) requestAnimationFrame(() => reader.current?.focus());
  };
  const onClick = (event: MouseEvent) => {
    const isLink = event.target instanceof Element && event.target.closest("a") !== null;
    const isSelecting = document.getSelection()?.isCollapsed === false;
    if (!isWritable || isLink || isSelecting || reader.current === null) return;
    const { left, top } = reader.current.getBoundingClientRect();
    open({ x: event.clientX - left, y: event.clientY - top });
  };
  const onReaderKey = (event: KeyboardEvent) => {
    if (!isWritable || event.target !== event.currentTarget) return;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === "Enter") event.preventDefault();
    else if (event.key.length === 1 && !hasModifier && (event.key !== " " || start !== null)) {
      event.preventDefault();
      early.current += event.key;
    } else return;
    open(start ?? "end");
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (start === null || (relatedTarget instanceof Node && wrapper.current?.contains(relatedTarget))) return;
    // The editor takes the focus from the reader it replaces; and another window in front is no end.
    requestAnimationFrame(() => {
      if (document.hasFocus() && !wrapper.current?.contains(document.activeElement)) close(false);
    });
  };
  const read = (
    <ProseReader
      ref={reader}
      tree={tree}
      isWritable={isWritable}
      labelledBy={headingId}
      placeholder={t(isWritable ? "write" : "nothingYet")}
      onClick={onClick}
      onKeyDown={onReaderKey}
      onIntent={isWritable ? editor.load : undefined}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus left it.
    <div ref={wrapper} className={styles.field} onBlur={onBlur}>
      <Heading id={headingId} className={headingLevel === 2 ? styles.heading : styles.small}>
        {field.label[language]}
      </Heading>
      {/* Those who write together see each other's carets. */}
      <Occupied fieldKey={`prose/${field.id}`} isQuiet={start !== null} className={styles.text}>
        {!isWritable || start === null || editor.Component === null ? (
          read
        ) : (
          <editor.Component
            fieldId={field.id}
            labelledBy={headingId}
            start={start}
            takeEarlyText={() => {
              const text = early.current;
              early.current = "";
              return text;
            }}
            onEnd={() => close(true)}
          />
        )}
      </Occupied>
      {editor.isMissing && start !== null && <Notice>{t("missing")}</Notice>}
    </div>
  );
}
