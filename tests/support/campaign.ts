// What the campaigns share: their size, their seed, and the line of figures that each ends with.
// `npm test` runs them short, `npm run campaign` whole (CAMPAIGN=whole). CAMPAIGN_SEED=n runs one again.
import { appendFileSync } from "node:fs";

const isWhole = process.env.CAMPAIGN === "whole";

export function sized<T>(size: { short: T; whole: T }): T {
  return isWhole ? size.whole : size.short;
}

/** Printed, so that a campaign that failed can be run again with the same choices (the timing is the machine's). */
export function seedOf(campaign: string): number {
  const given = Number(process.env.CAMPAIGN_SEED);
  const seed = Number.isSafeInteger(given) && given > 0 ? given : Date.now() % 1_000_000;
  console.log(`${campaign}: CAMPAIGN_SEED=${seed}`);
  return seed;
}

/** `npm run campaign` collects these lines into one table. */
export function tellFigures(campaign: string, figures: Record<string, number | string>): void {
  const line = `${campaign}: ${Object.entries(figures)
    .map(([name, value]) => `${value} ${name}`)
    .join(" · ")}`;
  console.log(line);
  const file = process.env.CAMPAIGN_FIGURES;
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
