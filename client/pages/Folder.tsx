import { type ReactNode, useId } from "react";
import styles from "./Folder.module.css";

/** A folder on the desk: its name on the tab, its content on paper. */
export function Folder({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.folder}>
      <div className={styles.tabs}>
        <h2 id={id} className={styles.tab}>
          {title}
        </h2>
        {about && <p className={styles.about}>{about}</p>}
      </div>
      <div className={styles.paper}>{children}</div>
    </section>
  );
}
