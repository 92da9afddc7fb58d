// Who is here, as the others are told: the server says the name and the colour, whatever a client says of itself.
import { type Identity, personOf } from "#server/access/access.ts";
import { common } from "#shared/i18n/common.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import { colorFor, type PersonColor, personColors } from "#shared/sync/personColor.ts";

export type Face = { id: string; name: string; color: PersonColor };

const nameMax = 60;
// A room that stays open for days forgets the colour of who came first and left.
const colorsMax = 2000;

export class People {
  readonly #locale: Locale;
  /** How many connections each person has, and how many people here bear a name. */
  readonly #here = new Map<string, number>();
  readonly #names = new Map<string, number>();
  readonly #colors = new Map<string, PersonColor>();

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  arrive(identity: Identity): void {
    const id = personOf(identity);
    const connections = this.#here.get(id) ?? 0;
    if (connections === 0) this.#begin(id, identity.name);
    this.#here.set(id, connections + 1);
  }

  #begin(id: string, name: string | undefined): void {
    // Who comes back has their colour again, unless somebody here was given it meanwhile.
    const color = this.#colors.get(id);
    const taken = this.#colorsHere();
    if (color !== undefined && taken.has(color) && taken.size < personColors.length) this.#colors.delete(id);
    if (name !== undefined) count(this.#names, sound(name), 1);
  }

  depart(identity: Identity): void {
    const id = personOf(identity);
    const connections = this.#here.get(id) ?? 0;
    if (connections > 1) this.#here.set(id, connections - 1);
    else if (this.#here.delete(id) && identity.name !== undefined)
      count(this.#names, sound(identity.name), -1);
  }

  /** `said`: the name that a client gives itself, which counts only where we know none. */
  faceOf(identity: Identity, said?: unknown): Face {
    const id = personOf(identity);
    return { id, name: identity.name ?? this.#strangerName(identity, said), color: this.#colorOf(id) };
  }

  #strangerName({ role }: Identity, said: unknown): string {
    const name = typeof said === "string" ? printable(said) : "";
    return name === "" || this.#names.has(sound(name)) ? common[this.#locale].role[role] : name;
  }

  #colorOf(id: string): PersonColor {
    const known = this.#colors.get(id);
    if (known !== undefined) return known;
    // Not that of somebody who may come back, while there are others.
    const everGiven = new Set(this.#colors.values());
    const color = colorFor(id, everGiven.size < personColors.length ? everGiven : this.#colorsHere());
    this.#colors.set(id, color);
    if (this.#colors.size > colorsMax) this.#forgetOne();
    return color;
  }

  #colorsHere(): Set<PersonColor> {
    return new Set([...this.#here.keys()].flatMap((id) => this.#colors.get(id) ?? []));
  }

  #forgetOne(): void {
    for (const id of this.#colors.keys()) {
      if (this.#here.has(id)) continue;
      this.#colors.delete(id);
      return;
    }
  }
}

/** Without what is not seen, or turns the text around it. */
function printable(said: string): string {
  const seen = said.replace(/\p{C}/gu, "").trim();
  let name = "";
  for (const letter of seen) {
    if (name.length + letter.length > nameMax) break;
    name += letter;
  }
  return name.trimEnd();
}

/** Accents, case, spaces and signs do not make another person of somebody. */
function sound(name: string): string {
  const letters = name.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  return letters === "" ? name : letters.toLowerCase();
}

function count(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + change;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}
