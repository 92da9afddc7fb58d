import { type ReactNode, useId } from "react";
import styles from "./Segments.module.css";

export type Segment<Id extends string> = { id: Id; label: ReactNode; name?: string; lang?: string };

type Props<Id extends string> = {
  /** Name of the group, read but not drawn. */
  label: string;
  segments: readonly Segment<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
};

/** Two to four choices side by side, one of them on. `name` is read in place of a label that is an abbreviation. */
export function Segments<Id extends string>({ label, segments, value, onChange, className }: Props<Id>) {
  const group = useId();
  return (
    <fieldset aria-label={label} className={[styles.segments, className].filter(Boolean).join(" ")}>
      {segments.map((segment) => (
        <label key={segment.id} className={styles.segment} lang={segment.lang}>
          <input
            type="radio"
            name={group}
            checked={segment.id === value}
            aria-label={segment.name}
            onChange={() => onChange(segment.id)}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
