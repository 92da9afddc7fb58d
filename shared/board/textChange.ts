// Puts what an input field holds into a shared text as the smallest edit, so that others' typing stays.
import type * as Y from "yjs";

export type TextChange = { at: number; remove: number; insert: string };

/** The one stretch in which `after` differs from `before`. Never cuts a surrogate pair. */
export function textChange(before: string, after: string): TextChange {
  let start = 0;
  const shortest = Math.min(before.length, after.length);
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--;
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** Applies the difference between what the field showed and what it holds now. */
export function applyTextChange(text: Y.Text, after: string): void {
  const change = textChange(text.toString(), after);
  if (change.remove === 0 && change.insert === "") return;
  const apply = () => {
    if (change.remove > 0) text.delete(change.at, change.remove);
    if (change.insert !== "") text.insert(change.at, change.insert);
  };
  if (text.doc === null) apply();
  else text.doc.transact(apply);
}
