// The size at which the text of a note stands in it: as large as it can be, never under 13 px.

const sizes = [18, 16, 14] as const;
const smallest = 13;

// Of the note's height, what its edges leave, and what its last line takes; of its width, what its edges take.
const heightForText = 96;
const foot = 22;
const edges = 24;
const lineHeight = 1.18;
// The mean advance of a letter of Atkinson Hyperlegible, in ems: a little more than measured, for words in capitals.
const letter = 0.51;

export type TextFit = { size: number; lines: number };

/** The font size in px for a note of this width, with or without a line at its foot, and how many lines it then shows. */
export function fitText(text: string, width: number, hasFoot: boolean): TextFit {
  const height = heightForText - (hasFoot ? foot : 0);
  const fits = sizes.find(
    (size) => linesAt(text, Math.floor((width - edges) / (size * letter))) * size * lineHeight <= height,
  );
  const size = fits ?? smallest;
  return { size, lines: Math.floor(height / (size * lineHeight)) };
}

function linesAt(text: string, perLine: number): number {
  return text.split("\n").reduce((sum, paragraph) => sum + linesOf(paragraph, Math.max(1, perLine)), 0);
}

function linesOf(paragraph: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(" ")) {
    const space = used === 0 ? 0 : 1;
    if (used + space + word.length <= perLine) {
      used += space + word.length;
      continue;
    }
    if (used > 0) lines += 1;
    // A word longer than a line is broken.
    lines += Math.floor((word.length - 1) / perLine);
    used = ((word.length - 1) % perLine) + 1;
  }
  return lines;
}
