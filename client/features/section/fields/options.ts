import { enumOptions } from "#shared/sheet/enums.ts";
import type { Field } from "#shared/sheet/fields.ts";
import type { Locale } from "#shared/sheet/locale.ts";

export type FieldOption = { value: string; label: string };

/** What one may choose in this field, in the reader's language. */
export function optionsOf(field: Field, language: Locale): FieldOption[] {
  const options = field.enum === undefined ? (field.choices ?? []) : enumOptions(field.enum);
  return options.map((option) => ({ value: option.value, label: firstUpper(option[language], language) }));
}

// Some words of the domain begin small, being meant for the middle of a sentence.
function firstUpper(words: string, language: Locale): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
