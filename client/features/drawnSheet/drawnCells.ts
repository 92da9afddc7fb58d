// What stands in the drawn sheet: enough to recognise the printed one, nothing to read at length.
import type { home } from "#shared/i18n/home.ts";

export type DrawnWord = Exclude<keyof (typeof home)["fr"]["sheet"], "writes" | "loop">;
type NoteKind = "idea" | "question" | "obstacle" | "means" | "voice";

export type DrawnCell = {
  heading: DrawnWord;
  /** Of the sheet's 28 units. */
  width: number;
  /** Written lines, each as a part of the width of the cell. */
  lines: readonly number[];
  notes?: readonly NoteKind[];
  /** Nothing there yet: no paper, the line of the phase. */
  empty?: boolean;
  /** A bar of which this part is full. */
  meter?: number;
  /** The same topic goes on in the next phase. */
  notch?: boolean;
  /** Where somebody writes when the sheet is drawn with people at work. */
  busy?: boolean;
};

type DrawnBand = { phase: "planning" | "execution" | "evaluation"; rows: readonly (readonly DrawnCell[])[] };

export const frameCells: readonly DrawnCell[] = [
  { heading: "team", width: 6, lines: [0.9, 0.7, 0.8, 0.5] },
  { heading: "committee", width: 6, lines: [0.8, 0.55, 0.66] },
];

export const bands: readonly DrawnBand[] = [
  {
    phase: "planning",
    rows: [
      [
        { heading: "diagnosis", width: 10, lines: [0.94, 0.7] },
        { heading: "sustainability", width: 8, lines: [0.86, 0.5] },
        { heading: "smart", width: 10, lines: [0.6, 0.72] },
      ],
      [
        { heading: "objectives", width: 4, lines: [0.9, 0.8, 0.95, 0.5, 0.85, 0.6, 0.78], notch: true },
        {
          heading: "actions",
          width: 4,
          lines: [0.9, 0.6],
          notes: ["means", "idea", "question", "obstacle"],
          notch: true,
          busy: true,
        },
        {
          heading: "resources",
          width: 4,
          lines: [0.95, 0.75, 0.86],
          notes: ["means", "obstacle"],
          notch: true,
        },
        { heading: "technologies", width: 4, lines: [0.85, 0.95, 0.5], notes: ["idea"], notch: true },
        { heading: "finance", width: 4, lines: [0.7, 0.9, 0.6, 0.82], notes: ["question"], notch: true },
        { heading: "legal", width: 4, lines: [0.8, 0.9, 0.4, 0.74, 0.6], notch: true },
        { heading: "communication", width: 4, lines: [0.6, 0.75], empty: true },
      ],
    ],
  },
  {
    phase: "execution",
    rows: [
      [
        { heading: "indicators", width: 4, lines: [0.7, 0.9, 0.55], meter: 0.68, notch: true },
        { heading: "actions", width: 4, lines: [0.9, 0.5, 0.7], meter: 0.45, notch: true },
        { heading: "resources", width: 4, lines: [0.85, 0.6], notes: ["obstacle", "voice"] },
        { heading: "technologies", width: 4, lines: [0.9, 0.7], notes: ["question"] },
        { heading: "finance", width: 4, lines: [0.8, 0.6], meter: 0.29 },
        { heading: "legal", width: 4, lines: [0.8, 0.5], empty: true },
        { heading: "satisfaction", width: 4, lines: [0.5, 0.8], notes: ["voice"], notch: true },
      ],
    ],
  },
  {
    phase: "evaluation",
    rows: [
      [
        { heading: "indicators", width: 4, lines: [0.8, 0.55], empty: true },
        { heading: "corrective", width: 4, lines: [0.9, 0.6], empty: true },
        { heading: "results", width: 12, lines: [0.72], notes: ["idea", "voice", "question"] },
        { heading: "satisfaction", width: 8, lines: [0.8, 0.45], empty: true },
      ],
    ],
  },
];
