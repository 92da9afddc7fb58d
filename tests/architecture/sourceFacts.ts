// What a source file says about itself, read from its syntax tree: comments and strings cannot fool it.
import { type ESTree, parseSync, Visitor } from "vite";

export type Source = { path: string; text: string };

export type Import = {
  /** Root-relative for our own files ("shared/board/rows.ts"), else the package as it is written. */
  from: string;
  written: string;
  typeOnly: boolean;
  names: string[];
};

export type SourceFacts = {
  path: string;
  imports: Import[];
  /** Dotted calls and constructions without arguments: "Date.now()", "map.get('kind')" is "map.get". */
  calls: { name: string; argumentCount: number; firstText?: string }[];
  /** Dotted names that are read: "Y.Map", "performance.now". */
  members: string[];
  /** Text drawn between tags, and text attributes that people see or hear. */
  words: string[];
  texts: string[];
  doubleAssertions: number;
  /** Nothing but `export … from`. */
  onlyReExports: boolean;
};

/** Attributes whose text reaches a person. */
const spokenAttributes = new Set(["aria-label", "aria-description", "title", "alt", "placeholder", "label"]);

function dottedName(node: ESTree.Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type === "ThisExpression") return "this";
  if (node.type === "ChainExpression") return dottedName(node.expression);
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier")
    return undefined;
  // What stands before does not need a name: rowOf(board, id).map.get is known by its end.
  return `${dottedName(node.object) ?? ""}.${node.property.name}`;
}

function resolve(importer: string, written: string): string {
  if (written.startsWith("#")) return written.slice(1);
  if (!written.startsWith(".")) return written;
  return new URL(written, `file:///${importer}`).pathname.slice(1);
}

export function readSource({ path, text }: Source): SourceFacts {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);

  const imports: Import[] = [];
  const add = (written: string, typeOnly: boolean, names: string[]) =>
    imports.push({ from: resolve(path, written), written, typeOnly, names });

  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    add(
      moduleRequest.value,
      typeOnly,
      entries.filter((entry) => !entry.isType).flatMap((entry) => entry.importName.name ?? []),
    );
  }
  const reExports = module.staticExports
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.moduleRequest);
  for (const { moduleRequest, isType, importName } of reExports) {
    if (moduleRequest) add(moduleRequest.value, isType, importName.name ? [importName.name] : []);
  }

  const facts: SourceFacts = {
    path,
    imports,
    calls: [],
    members: [],
    words: [],
    texts: [],
    doubleAssertions: 0,
    onlyReExports:
      program.body.length > 0 &&
      program.body.every(
        (node) =>
          node.type === "ExportAllDeclaration" ||
          (node.type === "ExportNamedDeclaration" && node.source !== null),
      ),
  };
  const addCall = ({ callee, arguments: given }: ESTree.CallExpression | ESTree.NewExpression) => {
    const name = dottedName(callee);
    const first = given[0];
    if (!name) return;
    const firstText =
      first?.type === "Literal" && typeof first.value === "string" ? { firstText: first.value } : {};
    facts.calls.push({ name, argumentCount: given.length, ...firstText });
  };
  new Visitor({
    CallExpression: addCall,
    NewExpression: addCall,
    ImportExpression({ source }) {
      if (source.type === "Literal" && typeof source.value === "string") add(source.value, false, []);
    },
    TSImportType({ source }) {
      add(source.value, true, []);
    },
    MemberExpression(node) {
      const name = dottedName(node);
      if (name) facts.members.push(name);
    },
    Literal({ value }) {
      if (typeof value === "string") facts.texts.push(value);
    },
    TemplateElement({ value }) {
      facts.texts.push(value.raw);
    },
    JSXText({ value }) {
      if (/\p{L}/u.test(value)) facts.words.push(value.trim());
    },
    JSXAttribute({ name, value }) {
      if (name.type !== "JSXIdentifier" || !spokenAttributes.has(name.name)) return;
      if (value?.type === "Literal" && /\p{L}/u.test(String(value.value)))
        facts.words.push(String(value.value));
    },
    TSAsExpression({ expression }) {
      if (expression.type === "TSAsExpression") facts.doubleAssertions += 1;
    },
  }).visit(program);
  return facts;
}
