import { useSheetWords } from "#client/features/sheet/useSheetWords.ts";
import type { Scale } from "#shared/sheet/scales.ts";
import styles from "./Axes.module.css";

type Axis = { id: string; label: string; rating: number | null };

/** Effects from bad to good on one axis each: the bar grows from the middle, where there is none. */
export function Axes({ axes, scale, lang }: { axes: readonly Axis[]; scale: Scale; lang: string }) {
  const { signed } = useSheetWords();
  const length = scale.max - scale.min;
  const share = (value: number) => ((value - scale.min) / length) * 100;
  const middle = share(0);
  const steps = Array.from({ length: length + 1 }, (_, index) => scale.min + index);
  return (
    <div className={styles.axes} aria-hidden="true">
      {axes.map(({ id, label, rating }) => (
        <div key={id} className={styles.axis}>
          <span className={styles.label} lang={lang}>
            {label}
          </span>
          <b>{rating === null ? "–" : signed(rating)}</b>
          <span className={styles.line}>
            {steps.map((step) => (
              <i key={step} className={styles.tick} style={{ left: `${share(step)}%` }} />
            ))}
            {rating !== null && (
              <>
                <i
                  className={styles.bar}
                  style={{
                    left: `${Math.min(middle, share(rating))}%`,
                    width: `${Math.abs(share(rating) - middle)}%`,
                  }}
                />
                <i className={styles.mark} style={{ left: `${share(rating)}%` }} />
              </>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
