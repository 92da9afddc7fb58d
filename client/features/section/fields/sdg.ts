// The seventeen sustainable development goals of the United Nations; their names stand in the messages.
const goals = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "8",
  "9",
  "10",
  "11",
  "12",
  "13",
  "14",
  "15",
  "16",
  "17",
] as const;

export type Goal = (typeof goals)[number];

export function goalOf(number: number): Goal | undefined {
  return goals.find((goal) => goal === String(number));
}
