// The three languages of the product. French first: it is the sheet's own.
export const locales = ["fr", "en", "nl"] as const;

export type Locale = (typeof locales)[number];

/** A text in every language of the product. */
export type LocalText = { readonly [L in Locale]: string };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
