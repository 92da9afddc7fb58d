import {
  Check,
  Circle,
  CirclePause,
  CircleSlash,
  Eye,
  type LucideIcon,
  Play,
  TriangleAlert,
} from "lucide-react";
import { Chip } from "#client/ui/Chip.tsx";
import type { Field } from "#shared/sheet/fields.ts";
import styles from "./EnumChip.module.css";

type Look = { tone: "neutral" | "finding" | "done" | "info"; icon: LucideIcon };

// States of work and of health are seen from afar: a colour and a sign with the word. Red only for a missed target.
const looks: Readonly<Record<string, Readonly<Record<string, Look>>>> = {
  workStatus: {
    todo: { tone: "neutral", icon: Circle },
    in_progress: { tone: "info", icon: Play },
    blocked: { tone: "neutral", icon: CirclePause },
    done: { tone: "done", icon: Check },
    cancelled: { tone: "neutral", icon: CircleSlash },
  },
  compliance: {
    todo: { tone: "neutral", icon: Circle },
    in_progress: { tone: "info", icon: Play },
    compliant: { tone: "done", icon: Check },
    not_applicable: { tone: "neutral", icon: CircleSlash },
  },
  health: {
    green: { tone: "done", icon: Check },
    amber: { tone: "info", icon: Eye },
    red: { tone: "finding", icon: TriangleAlert },
  },
  achievement: {
    yes: { tone: "done", icon: Check },
    partly: { tone: "info", icon: Play },
    no: { tone: "finding", icon: TriangleAlert },
    not_measured: { tone: "neutral", icon: Circle },
  },
};

/** A chosen word; with a colour and a sign where it says how things stand. */
export function EnumChip({
  field,
  value,
  label,
}: {
  field: Field;
  value: string | undefined;
  label: string;
}) {
  const look = looks[field.enum ?? ""]?.[value ?? ""];
  if (look === undefined) return label;
  const Icon = look.icon;
  return (
    <Chip tone={look.tone} className={styles.chip}>
      <Icon aria-hidden />
      {label}
    </Chip>
  );
}
