// The theme of this browser, kept as an attribute of <html> so that the tokens alone change.
import { useSyncExternalStore } from "react";

export type Theme = "clair" | "projecteur";

const storageKey = "canevas.theme";
const listeners = new Set<() => void>();

/** To call before the first drawing, so that the projector never flashes pale. */
export function applyRememberedTheme(): void {
  show(remembered());
}

export function useTheme(): { theme: Theme; chooseTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, shown);
  return { theme, chooseTheme };
}

function chooseTheme(theme: Theme): void {
  show(theme);
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function shown(): Theme {
  return document.documentElement.dataset.theme === "projecteur" ? "projecteur" : "clair";
}

function show(theme: Theme): void {
  if (theme === "projecteur") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

function remembered(): Theme {
  try {
    return localStorage.getItem(storageKey) === "projecteur" ? "projecteur" : "clair";
  } catch {
    return "clair";
  }
}
