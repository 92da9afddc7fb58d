import styles from "./BrandMark.module.css";

/** The mark and the name; the mark alone where the place is narrow. Wrap it in a link yourself. */
export function BrandMark({ name, markOnly }: { name: string; markOnly?: boolean }) {
  const naming = markOnly ? { role: "img", "aria-label": name } : {};
  return (
    <span {...naming} className={styles.brand}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect x="2" y="3" width="28" height="26" rx="4" fill="var(--ink)" />
        <rect x="6" y="7" width="20" height="5" rx="1" fill="var(--brand-1)" />
        <rect x="6" y="14" width="14" height="5" rx="1" fill="var(--brand-2)" />
        <rect x="6" y="21" width="9" height="4" rx="1" fill="var(--brand-3)" />
        <path d="M23.5 23V16.5" stroke="var(--on-ink)" strokeWidth="2" strokeLinecap="round" fill="none" />
        <path
          d="M20.7 18.8 23.5 16l2.8 2.8"
          stroke="var(--on-ink)"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
          fill="none"
        />
      </svg>
      {!markOnly && name}
    </span>
  );
}
