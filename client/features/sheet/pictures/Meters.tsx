import { Check, CircleDot, X } from "lucide-react";
import type { Meter } from "#client/features/sheet/facts/facts.ts";
import { type SheetWords, useSheetWords } from "#client/features/sheet/useSheetWords.ts";
import { Written } from "#client/features/sheet/Written.tsx";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import styles from "./Meters.module.css";

type Props = {
  meters: readonly Meter[];
  /** What the line on each bar is. */
  against: "meterName" | "plannedName";
  /** Says of each whether its target is reached, as the evaluation does. */
  verdict?: boolean;
};

// As many as the design shows; the line under them says how many more there are.
const shownMax = 3;

/** Values on bars, with a line where they should be. What does not fit as a whole is left out. */
export function Meters({ meters, against, verdict = false }: Props) {
  const words = useSheetWords();
  return (
    <ul className={styles.meters}>
      {meters.slice(0, shownMax).map((meter) => (
        <li key={meter.id} className={styles.row}>
          <VisuallyHidden>{words.meter(meter, against)}</VisuallyHidden>
          <span className={styles.name} aria-hidden="true">
            <Written text={meter.name} />
          </span>
          <span className={styles.value} aria-hidden="true">
            <Bar meter={meter} />
            <b>{meter.actual === null ? "–" : figureOf(meter, words.plain)}</b>
            {verdict && <Verdict reached={meter.reached} />}
          </span>
        </li>
      ))}
      <li className={styles.key}>{keyOf(meters, against, words)}</li>
    </ul>
  );
}

function keyOf(meters: readonly Meter[], against: Props["against"], { t }: SheetWords): string {
  const key = meters.some(({ target }) => target !== null)
    ? t(against === "plannedName" ? "plannedKey" : "targetKey")
    : "";
  const more = meters.length > shownMax ? t("moreRows", { count: meters.length - shownMax }) : "";
  return [key, more].filter((part) => part !== "").join(" · ");
}

// Only a short unit stands beside the figure; the name says the rest.
function figureOf({ actual, unit }: Meter, plain: (value: number) => string): string {
  if (actual === null) return "";
  const short = unit.length <= 2 && unit !== "" ? (unit.startsWith("/") ? unit : `\u00a0${unit}`) : "";
  return `${plain(actual)}${short}`;
}

function Verdict({ reached }: { reached: Meter["reached"] }) {
  if (reached === "yes") return <Check className={styles.yes} strokeWidth={3} />;
  if (reached === "no") return <X className={styles.no} strokeWidth={3} />;
  return reached === "partly" ? <CircleDot className={styles.partly} /> : null;
}

// From nought to the largest of what there is: the same for values that should grow and for those that should shrink.
function Bar({ meter: { baseline, target, actual } }: { meter: Meter }) {
  const known = [0, baseline, target, actual].filter((value) => value !== null);
  const low = Math.min(...known);
  const length = Math.max(...known) - low || 1;
  const share = (value: number) => `${((value - low) / length) * 100}%`;
  return (
    <span className={styles.meter}>
      {actual !== null && <i style={{ width: share(actual) }} />}
      {target !== null && <u style={{ left: share(target) }} />}
    </span>
  );
}
