import type { ComponentProps } from "react";
import styles from "./Chip.module.css";

type Props = ComponentProps<"span"> & {
  /** `phase` takes the colours of the phase scope around it; `finding` is for findings and missed targets only. */
  tone?: "neutral" | "finding" | "done" | "info" | "phase";
};

/** A short state in words, with its icon as first child. */
export function Chip({ tone = "neutral", className, ...rest }: Props) {
  const toneClass = tone === "neutral" ? undefined : styles[tone];
  return <span {...rest} className={[styles.chip, toneClass, className].filter(Boolean).join(" ")} />;
}
