/** The class that gives what is inside it the colours of a phase (phases.css). */
export type PhaseName = "frame" | "prerequisites" | "planning" | "execution" | "evaluation";

const classes: Record<PhaseName, string> = {
  frame: "ph-cadre",
  prerequisites: "ph-cadre",
  planning: "ph-plan",
  execution: "ph-exec",
  evaluation: "ph-eval",
};

export function phaseClass(phase: PhaseName): string {
  return classes[phase];
}
