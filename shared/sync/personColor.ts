// The seven colours of people: a person keeps theirs from one visit to the next unless somebody here has it.
export type PersonColor = "1" | "2" | "3" | "4" | "5" | "6" | "7";

export const personColors: readonly PersonColor[] = ["1", "2", "3", "4", "5", "6", "7"];

/** The person's own colour, or the next one that nobody else has; their own again when all are taken. */
export function colorFor(participantId: string, taken: ReadonlySet<PersonColor>): PersonColor {
  const start = hash(participantId) % personColors.length;
  const turned = [...personColors.slice(start), ...personColors.slice(0, start)];
  return turned.find((color) => !taken.has(color)) ?? turned[0] ?? "1";
}

// FNV-1a: short, and even on ids that differ by one letter.
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return sum;
}
