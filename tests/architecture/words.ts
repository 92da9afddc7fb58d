// How the words of the interface are written. Texts may be ICU messages.
const noBreak = "\\u00a0\\u202f";

/** What a reader sees of a message: its arguments count as one letter, its plural and select frames as nothing. */
function visibleText(message: string): string {
  return message
    .replace(/\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/g, "{")
    .replace(/\{\s*\w+\s*(?:,[^{}]*)?\}/g, "x")
    .replace(/(?:=\d+|\b\w+)\s*\{/g, "{")
    .replace(/#/g, "0");
}

type Rule = [name: string, broken: RegExp];

const breakingSpace: Rule = ["a space that breaks before ; ? ! : % € » or after «", / [;?!:%€»]|« /];

const frenchRules: Rule[] = [
  [
    "no non-breaking space before ; ? ! : % €",
    new RegExp(`(?<!^|[${noBreak}(])[;?!%€]|(?<![${noBreak}]):(?=\\s|$)`, "u"),
  ],
  ["no non-breaking space inside « »", new RegExp(`«(?![${noBreak}])|(?<![${noBreak}])»`, "u")],
  ["an exclamation mark", /!/],
  ["a straight apostrophe", /'/],
  ["three dots instead of …", /\.\.\./],
];

const brokenBy = (message: string, rules: Rule[]): string[] => {
  const text = visibleText(message);
  return rules.filter(([, broken]) => broken.test(text)).map(([name]) => name);
};

/** The rules of French typography that a text of the interface breaks. */
export const frenchFaults = (message: string): string[] => brokenBy(message, frenchRules);

/** The words of the sheet stand as they were printed; only their spaces are ours. */
export const sheetFaults = (text: string): string[] => brokenBy(text, [breakingSpace]);

/** Every text of a tree of words, with its path. */
export function textsOf(words: unknown, path: string): [path: string, text: string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Every { fr, en, nl } inside a value, with its path: the areas of the interface, the headings of the sheet. */
export function translationsIn(
  value: unknown,
  path: string,
): [path: string, Record<"fr" | "en" | "nl", unknown>][] {
  if (typeof value !== "object" || value === null) return [];
  if ("fr" in value && "en" in value && "nl" in value)
    return [[path, { fr: value.fr, en: value.en, nl: value.nl }]];
  return Object.entries(value).flatMap(([key, inner]) => translationsIn(inner, `${path}.${key}`));
}
