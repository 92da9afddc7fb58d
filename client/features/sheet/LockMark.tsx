import { Lock } from "lucide-react";
import styles from "./LockMark.module.css";

/** Before the name of a section that has no room for a chip: not everybody writes there. */
export function LockMark() {
  return <Lock aria-hidden="true" className={styles.mark} strokeWidth={2.5} />;
}
