import styles from "./Avatar.module.css";
import { type PersonColor, personClass } from "./personClass.ts";

type Props = {
  name: string;
  color: PersonColor;
  size?: "plain" | "small";
  /** The one who leads: an ink ring. */
  lead?: boolean;
  /** Not here now: paper instead of colour. */
  away?: boolean;
  /** The name is already written beside: the circle is then not read out. */
  beside?: boolean;
};

/** A person as a circle with two letters. Name it once: with `beside` when the name stands next to it. */
export function Avatar({ name, color, size = "plain", lead, away, beside }: Props) {
  const className = [
    styles.avatar,
    personClass(color),
    size === "small" && styles.small,
    lead && styles.lead,
    away && styles.away,
  ]
    .filter(Boolean)
    .join(" ");
  const naming = beside ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name };
  return (
    <span {...naming} className={className}>
      {twoLetters(name)}
    </span>
  );
}

/** The first two letters as people see them: an accent belongs to its letter. */
function twoLetters(name: string): string {
  const letters = Array.from(name.normalize("NFC").trim()).slice(0, 2).join("");
  return letters.charAt(0).toLocaleUpperCase() + letters.slice(1).toLocaleLowerCase();
}
