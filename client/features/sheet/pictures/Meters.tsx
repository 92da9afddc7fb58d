import { Check, CircleDot, X } from "lucide-react";
import type { Meter } from "#client/features/sheet/facts/facts.ts";
import { useSheetWords } from "#client/features/sheet/useSheetWords.ts";
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

/** Values on bars, with a line where they should be. What does not fit as a whole is left out. */
export function Meters({ meters, against, verdict = false }: Props) {
  const words = useSheetWords();
  return (
    <ul className={styles.meters}>
      {meters.map((meter) => (
        <li key={meter.id} className={styles.row}>
          <VisuallyHidden>{words.meter(meter, against)}</VisuallyHidden>
          <span className={styles.name} aria-hidden="true">
            <span className={styles.text}>
              <Written text={meter.name} />
            </span>
            <b>
              {meter.actual === null ? "–" : figureOf(meter, words.plain)}
              {verdict && <Verdict reached={meter.reached} />}
            </b>
          </span>
          <Bar meter={meter} />
        </li>
      ))}
    </ul>
  );
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
    <span className={styles.meter} aria-hidden="true">
      {actual !== null && <i style={{ width: share(actual) }} />}
      {target !== null && <u style={{ left: share(target) }} />}
    </span>
  );
}
