import { isLocale, type Locale } from "#shared/sheet/locale.ts";

const storageKey = "canevas.language";

/** The language chosen before, else the first of the browser's that we have, else French. */
export function preferredLanguage(): Locale {
  const chosen = read();
  if (isLocale(chosen)) return chosen;
  for (const tag of navigator.languages) {
    const language = tag.slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return "fr";
}

export function rememberLanguage(language: Locale): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage may be forbidden (private window, policy): the choice then lasts as long as the page.
  }
}

function read(): unknown {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
