import type { PhaseId } from "#shared/sheet/phases.ts";

const classes = {
  frame: "ph-cadre",
  prerequisites: "ph-cadre",
  planning: "ph-plan",
  execution: "ph-exec",
  evaluation: "ph-eval",
} as const satisfies Record<PhaseId, string>;

/** The colours of a phase for everything inside. The prerequisites stand in the frame of the sheet. */
export function phaseClass(phase: PhaseId): string {
  return classes[phase];
}
