import type { Field } from "#shared/sheet/fields.ts";
import { type Scale, scaleOf } from "#shared/sheet/scales.ts";

type Anchors = Scale["anchors"];

export function anchorsOf(field: Field): Anchors {
  return field.scale === undefined ? [] : scaleOf(field.scale).anchors;
}

/** A step as it is written: with its sign where the scale has two sides. */
export function stepText(step: number, anchors: Anchors): string {
  const isSigned = anchors.some((anchor) => anchor.value < 0);
  return isSigned && step > 0 ? `+${step}` : String(step).replace("-", "−");
}

/** A gauge fills from zero, to either side where its scale has two. Zero itself is nothing to fill. */
export function isReached(step: number, chosen: number | undefined): boolean {
  if (chosen === undefined || step === 0) return false;
  return step > 0 ? step <= chosen : step >= chosen;
}
