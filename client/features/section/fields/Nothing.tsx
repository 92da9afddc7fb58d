/** What a button shows where nothing is chosen: its words, or in a cell where nothing is missing a dash. */
export function Nothing({ words, isQuiet }: { words: string; isQuiet: boolean }) {
  return isQuiet ? "–" : words;
}
