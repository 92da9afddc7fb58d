import { CircleAlert, Info } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

type Props = {
  /** `finding` is read out at once, `info` when the reader gets there. */
  tone?: "info" | "finding";
  children: ReactNode;
};

/** A sentence about what happened and what to do next, inside the page. */
export function Notice({ tone = "info", children }: Props) {
  const Icon = tone === "finding" ? CircleAlert : Info;
  return (
    <div
      className={[styles.notice, tone === "finding" && styles.finding].filter(Boolean).join(" ")}
      role={tone === "finding" ? "alert" : "status"}
    >
      <Icon aria-hidden />
      <div className={styles.words}>{children}</div>
    </div>
  );
}
