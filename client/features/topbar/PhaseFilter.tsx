import { useTranslations } from "use-intl";
import { useBoardLocale } from "#client/board/useSection.ts";
import { phaseClass } from "#client/ui/phaseClass.ts";
import { type Segment, Segments } from "#client/ui/Segments.tsx";
import { type PhaseId, phases } from "#shared/sheet/phases.ts";
import styles from "./PhaseFilter.module.css";

export type ShownPhase = "all" | PhaseId;

type Props = { phase: ShownPhase; onChange: (phase: ShownPhase) => void };

/** Brings one phase forward: the others are dimmed, never hidden. */
export function PhaseFilter({ phase, onChange }: Props) {
  const t = useTranslations("board");
  const locale = useBoardLocale();
  // The bands have a number; the frame and the prerequisites stand above them and always show.
  const bands = phases.filter(({ number }) => number !== null);
  const segments: Segment<ShownPhase>[] = [
    { id: "all", label: t("allPhases") },
    ...bands.map(({ id, heading }) => ({ id, label: <PhaseName id={id} heading={heading[locale]} /> })),
  ];
  return (
    <Segments
      label={t("phases")}
      className={styles.filter ?? ""}
      value={phase}
      onChange={onChange}
      segments={segments}
    />
  );
}

/** The name without the number of the band: the mark beside it has the band's colour. */
function PhaseName({ id, heading }: { id: PhaseId; heading: string }) {
  return (
    <>
      <i className={`${styles.mark} ${phaseClass(id)}`} />
      {heading.replace(/^\d+\s/, "")}
    </>
  );
}
