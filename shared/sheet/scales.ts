// Rating scales with the words of each step. The scales are the project's proposal: the printed sheet leaves a blank.
import type { LocalText } from "./locale.ts";

export const scales = {
  prereqRating: {
    min: 0,
    max: 4,
    step: 1,
    anchors: [
      { value: 0, fr: "Absent", en: "Absent", nl: "Afwezig" },
      { value: 1, fr: "Évoqué oralement", en: "Mentioned only", nl: "Enkel vermeld" },
      {
        value: 2,
        fr: "Partiel, non formalisé",
        en: "Partial, not formalised",
        nl: "Gedeeltelijk, niet geformaliseerd",
      },
      { value: 3, fr: "Formalisé", en: "Formalised", nl: "Geformaliseerd" },
      {
        value: 4,
        fr: "Formalisé et partagé par tous les acteurs",
        en: "Formalised and shared by all actors",
        nl: "Geformaliseerd en door alle actoren gedragen",
      },
    ],
  },
  sustainabilityRating: {
    min: -2,
    max: 2,
    step: 1,
    anchors: [
      { value: -2, fr: "Effet très négatif", en: "Very negative effect", nl: "Zeer negatief effect" },
      { value: -1, fr: "Effet négatif", en: "Negative effect", nl: "Negatief effect" },
      { value: 0, fr: "Neutre", en: "Neutral", nl: "Neutraal" },
      { value: 1, fr: "Effet positif", en: "Positive effect", nl: "Positief effect" },
      { value: 2, fr: "Effet très positif", en: "Very positive effect", nl: "Zeer positief effect" },
    ],
  },
  smartRating: {
    min: 0,
    max: 3,
    step: 1,
    anchors: [
      { value: 0, fr: "Non concernée", en: "Not concerned", nl: "Niet van toepassing" },
      { value: 1, fr: "Secondaire", en: "Secondary", nl: "Secundair" },
      { value: 2, fr: "Importante", en: "Important", nl: "Belangrijk" },
      { value: 3, fr: "Dimension principale", en: "Main dimension", nl: "Hoofddimensie" },
    ],
  },
  criterionScore: {
    min: 1,
    max: 5,
    step: 1,
    anchors: [
      { value: 1, fr: "Très défavorable", en: "Very unfavourable", nl: "Zeer ongunstig" },
      { value: 2, fr: "Défavorable", en: "Unfavourable", nl: "Ongunstig" },
      { value: 3, fr: "Moyen", en: "Average", nl: "Gemiddeld" },
      { value: 4, fr: "Favorable", en: "Favourable", nl: "Gunstig" },
      { value: 5, fr: "Très favorable", en: "Very favourable", nl: "Zeer gunstig" },
    ],
  },
} as const;

export type ScaleId = keyof typeof scales;
export type Scale = {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly anchors: readonly ({ value: number } & LocalText)[];
};

export function scaleOf(id: ScaleId): Scale {
  return scales[id];
}
