import styles from "./Button.module.css";

export type ButtonLook = {
  /** One `primary` per zone at most. */
  kind?: "primary" | "plain" | "quiet";
  size?: "plain" | "large";
  /** Icon alone: give it an `aria-label` and a Tooltip. */
  square?: boolean;
  /** Takes the whole width of its column. */
  wide?: boolean;
};

/** The look of a button, for what must be another element: a link, or a react-aria trigger. */
export function buttonClass({ kind = "plain", size = "plain", square, wide }: ButtonLook = {}): string {
  const names = [styles.button];
  if (kind !== "plain") names.push(styles[kind]);
  if (size === "large") names.push(styles.large);
  if (square) names.push(styles.square);
  if (wide) names.push(styles.wide);
  return names.join(" ");
}
