// Dates as people write them: 17/3/26, 17.03.2026, 2026-03-17, 17 mars 2026, March 17, 2026, di 17 maart.

// Letters that tell a month apart from the others, in French, English and Dutch, accents taken off.
const monthStarts: readonly (readonly string[])[] = [
  ["jan"],
  ["fev", "feb"],
  ["mar", "maa", "mrt"],
  ["avr", "apr"],
  ["mai", "may", "mei"],
  ["juin", "jun"],
  ["juil", "jul"],
  ["aou", "aug"],
  ["sep"],
  ["oct", "okt"],
  ["nov"],
  ["dec"],
];

/** The date as YYYY-MM-DD, or undefined. A date without its year is in the year of `today` (YYYY-MM-DD). */
export function parseDate(text: string, today: string): string | undefined {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$/.exec(plain);
  if (numbers) return isoDate(yearFrom(numbers[3], today), Number(numbers[2]), Number(numbers[1]));
  return inWords(plain, today);
}

function inWords(plain: string, today: string): string | undefined {
  const parts = plain.split(/[\s,.]+/).filter((part) => part !== "");
  const monthAt = parts.findIndex((part) => monthFrom(part) !== undefined);
  const month = monthFrom(parts[monthAt] ?? "");
  if (month === undefined) return undefined;
  const numbers = parts.flatMap((part) => /^(\d{1,4})(?:er|e|st|nd|rd|th)?$/.exec(part)?.[1] ?? []);
  // What is neither the month nor a number may only be a weekday before them, or « le ».
  const strangers = parts.length - numbers.length - 1;
  if (strangers > 0 && /\d/.test(parts[0] ?? "")) return undefined;
  const [day, year, ...more] = numbers;
  if (day === undefined || day.length > 2 || more.length > 0 || strangers > 2) return undefined;
  if (year !== undefined && year.length !== 2 && year.length !== 4) return undefined;
  return isoDate(yearFrom(year, today), month, Number(day));
}

function monthFrom(word: string): number | undefined {
  const at = monthStarts.findIndex((starts) => starts.some((start) => word.startsWith(start)));
  // « mardi » and "maandag" begin like months.
  if (at === -1 || /^(mardi|maandag)$/.test(word) || !/^[a-z]+$/.test(word)) return undefined;
  return at + 1;
}

function yearFrom(digits: string | undefined, today: string): number {
  if (digits === undefined) return Number(today.slice(0, 4));
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > lastDay) return undefined;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}

export function isIsoDate(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value, value) === value;
}

/** Noon of that day here: a time at which no change of clocks moves the date. */
export function dateFromIso(iso: string): Date {
  return new Date(`${iso}T12:00:00`);
}

export function isoFromDate(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
