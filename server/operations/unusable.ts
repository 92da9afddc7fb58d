/** A file that cannot be worked with, and the sentence that says why. */
export type Unusable = { problem: string };

export function isUnusable(value: object): value is Unusable {
  return "problem" in value;
}
