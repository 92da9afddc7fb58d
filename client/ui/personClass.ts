/** The seven colours of people, by their number in the tokens. */
export const personColors = ["1", "2", "3", "4", "5", "6", "7"] as const;

export type PersonColor = (typeof personColors)[number];

export function isPersonColor(value: unknown): value is PersonColor {
  return personColors.some((color) => color === value);
}

/** The class that gives what is inside it the colour of a person (people.css). */
export function personClass(color: PersonColor): string {
  return `who-${color}`;
}
