// Numbers as people write them: 12 500,50 · 12.500,50 · 12,500.50 · 68 400 € · 29 %.

const notDigits = /[\s\u00a0\u202f'’]|€|%|eur\b/gi;

/** An amount of money with two decimals at most; undefined when the text is none. */
export function parseMoney(text: string): number | undefined {
  const plain = tidy(text);
  // Three digits after the only separator cannot be cents: it separates thousands.
  if (/^-?\d{1,3}[.,]\d{3}$/.test(plain)) return Number(plain.replace(/[.,]/, ""));
  return /[.,]\d{3,}$/.test(withoutThousands(plain)) ? undefined : decimal(plain);
}

export function parseNumber(text: string): number | undefined {
  return decimal(tidy(text));
}

function tidy(text: string): string {
  return text.replace(notDigits, "").replace(/^[−–]/, "-");
}

function decimal(plain: string): number | undefined {
  const clean = withoutThousands(plain);
  return /^-?\d{1,15}([.,]\d{1,10})?$/.test(clean) ? Number(clean.replace(",", ".")) : undefined;
}

// A sign that comes twice, or before another one, separates thousands: then three digits follow it each time.
function withoutThousands(plain: string): string {
  const grouped = /^(-?\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)((?!\2)[.,]\d+)?$/.exec(plain);
  if (grouped === null) return plain;
  const [, whole = "", sign = "", cents = ""] = grouped;
  return cents !== "" || whole.split(sign).length > 2 ? whole.replaceAll(sign, "") + cents : plain;
}

/** The sum in euros, added in whole cents: 0.1 + 0.2 is 0.3. */
export function sumOfMoney(amounts: readonly number[]): number {
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}
