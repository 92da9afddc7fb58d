import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { phases } from "#shared/sheet/phases.ts";
import styles from "./DrawnSheet.module.css";
import { bands, type DrawnCell, frameCells } from "./drawnCells.ts";

const phaseScope = { planning: "ph-plan", execution: "ph-exec", evaluation: "ph-eval" } as const;

type Props = {
  /** The title written on the sheet; the printed heading when there is none yet. */
  title?: string;
  /** Blank as it is handed out, or written on by people at work. */
  state: "blank" | "atWork";
};

/** A picture of the printed sheet, as large as its column. Nothing in it is to be read out or clicked. */
export function DrawnSheet({ title, state }: Props) {
  const t = useTranslations("home.sheet");
  const { language } = useLanguage();
  const atWork = state === "atWork";
  return (
    <div className={styles.frame} aria-hidden="true">
      <div className={styles.sheet}>
        <div className={`${styles.top} ph-cadre`}>
          <div className={styles.title}>
            <p className={styles.titleText}>{title || t("projectTitle")}</p>
            {atWork && <Lines lines={[0.92, 0.7]} />}
          </div>
          {frameCells.map((cell) => (
            <Cell key={cell.heading} cell={cell} atWork={atWork} />
          ))}
          <div className={`${styles.cell} ${styles.prerequisites}`}>
            <p className={styles.heading}>{t("prerequisites")}</p>
            <div className={styles.gauges}>
              {[4, 5, 3, 2].map((filled) => (
                <Gauge key={filled} filled={atWork ? filled : 0} />
              ))}
            </div>
          </div>
        </div>
        {bands.map((band) => (
          <div
            key={band.phase}
            className={`${styles.bandBox} ${styles[band.phase]} ${phaseScope[band.phase]}`}
          >
            <p className={styles.tab}>{phases.find(({ id }) => id === band.phase)?.heading[language]}</p>
            <div className={styles.band}>
              {band.rows.map((row) => (
                <div key={row[0]?.heading} className={styles.row}>
                  {row.map((cell) => (
                    <Cell key={cell.heading} cell={cell} atWork={atWork} />
                  ))}
                </div>
              ))}
            </div>
          </div>
        ))}
        <Loop label={t("loop")} />
        {atWork && (
          <>
            <Cursor name="Hugo" className={styles.hugo ?? ""} />
            <Cursor name="Fatou" className={styles.fatou ?? ""} />
          </>
        )}
      </div>
    </div>
  );
}

function Cell({ cell, atWork }: { cell: DrawnCell; atWork: boolean }) {
  const t = useTranslations("home.sheet");
  const busy = atWork && cell.busy;
  const looks = [
    styles.cell,
    atWork && cell.empty && styles.empty,
    cell.notch && styles.notch,
    busy && styles.busy,
  ];
  return (
    <div className={looks.filter(Boolean).join(" ")} style={{ gridColumn: `span ${cell.width}` }}>
      <p className={styles.heading}>{t(cell.heading)}</p>
      {atWork && <Writing cell={cell} />}
      {busy && <span className={styles.writer}>{t("writes", { name: "Chloé" })}</span>}
    </div>
  );
}

function Writing({ cell }: { cell: DrawnCell }) {
  const t = useTranslations("home.sheet");
  return (
    <>
      <Lines lines={cell.lines} />
      {cell.meter !== undefined && (
        <span className={styles.meter}>
          <span style={{ width: `${cell.meter * 100}%` }} />
        </span>
      )}
      {cell.notes && (
        <div className={styles.notes}>
          {cell.notes.map((kind) => (
            <span key={kind} className={`${styles.note} ${styles[kind]}`}>
              {t(kind)}
            </span>
          ))}
        </div>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly number[] }) {
  return (
    <div className={styles.lines}>
      {lines.map((part) => (
        <span key={part} style={{ width: `${part * 100}%` }} />
      ))}
    </div>
  );
}

/** Five segments of a half circle, of which some are filled. */
function Gauge({ filled }: { filled: number }) {
  return (
    <svg viewBox="0 0 84 46" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((segment) => (
        <path
          key={segment}
          d="M8 42A34 34 0 0 1 76 42"
          pathLength="100"
          className={segment < filled ? styles.gaugeFilled : styles.gaugeRest}
          strokeDasharray="17.6 100"
          strokeDashoffset={segment * -20.6}
        />
      ))}
    </svg>
  );
}

/** The one line that crosses the bands: what the evaluation corrects is planned again. */
function Loop({ label }: { label: string }) {
  return (
    <div className={`${styles.loop} ph-eval`}>
      <span className={styles.loopLine} />
      <svg viewBox="0 0 12 14" aria-hidden="true" className={styles.loopHead}>
        <path d="M12 0v14L0 7z" fill="currentColor" />
      </svg>
      <span className={styles.loopName}>{label}</span>
    </div>
  );
}

function Cursor({ name, className }: { name: string; className: string }) {
  return (
    <span className={`${styles.cursor} ${className}`}>
      <svg viewBox="0 0 22 24" aria-hidden="true">
        <path
          d="M3 2l15 8-6.6 1.9L8.4 18z"
          fill="currentColor"
          stroke="var(--on-who)"
          strokeWidth="1.8"
          strokeLinejoin="round"
        />
      </svg>
      <b>{name}</b>
    </span>
  );
}
