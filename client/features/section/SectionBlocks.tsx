import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { FieldView } from "#client/features/section/fields/FieldView.tsx";
import { ProseField } from "#client/features/section/prose/ProseField.tsx";
import { RowsBlockView } from "#client/features/section/rows/RowsBlockView.tsx";
import type { Block, FieldsBlock } from "#shared/sheet/fields.ts";
import type { Section } from "#shared/sheet/sections.ts";
import styles from "./SectionBlocks.module.css";

/** The fields and the rows of the section, in the order of its kind. */
export function SectionBlocks({ section }: { section: Section }) {
  return section.blocks.map((block) => <BlockView key={block.id} block={block} />);
}

function BlockView({ block }: { block: Block }) {
  const { language } = useLanguage();
  const headingId = `block-${block.id}`;
  const content =
    block.type === "fields" ? <FieldsBlockView block={block} /> : <RowsBlockView block={block} />;
  if (block.heading === undefined) return <div className={styles.block}>{content}</div>;
  return (
    <section className={styles.block} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {block.heading[language]}
      </h2>
      {content}
    </section>
  );
}

function FieldsBlockView({ block }: { block: FieldsBlock }) {
  return (
    <div className={styles.fields}>
      {block.fields.map((field) =>
        field.type === "richtext" ? (
          <div key={field.id} className={styles.whole}>
            <ProseField field={field} headingLevel={block.heading ? 3 : 2} />
          </div>
        ) : (
          <FieldView key={field.id} field={field} />
        ),
      )}
    </div>
  );
}
