// Fractional order: a key between two others, so that moving one row writes one row.
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/**
 * A key after `before` and before `after` (null: the end of the list). Two people who insert at the same
 * place may get the same key; the row's id then decides, and a later insert between them goes after both.
 */
export function orderBetween(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, before !== null && after !== null && after <= before ? null : after);
  } catch {
    // Another program's key, not of our alphabet: no place can be named beside it, and the row must have one.
    return generateKeyBetween(null, null);
  }
}

export function orderKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}
