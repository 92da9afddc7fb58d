// What was measured: for every case of a scenario, the runs of every contestant.
import { medians } from "./figures.mjs";

export const ours = "Canevas";
export const limit = "raw ws";
export const peer = "Hocuspocus";

/** @typedef {Record<string, number>} Figures */

export class Results {
  /** @type {Map<string, Map<string, Figures[]>>} case → contestant → runs */
  #runs = new Map();

  /** @param {string} name @param {string} contestant @param {Figures} figures */
  add(name, contestant, figures) {
    const ofCase = this.#runs.get(name) ?? new Map();
    this.#runs.set(name, ofCase);
    ofCase.set(contestant, [...(ofCase.get(contestant) ?? []), figures]);
  }

  get cases() {
    return [...this.#runs.keys()];
  }

  /** @param {string} name */
  contestantsOf(name) {
    return [...(this.#runs.get(name)?.keys() ?? [])];
  }

  /** The median of the runs; NaN where nothing was measured. @param {string} name @param {string} contestant @param {string} figure */
  of(name, contestant, figure) {
    const runs = this.#runs.get(name)?.get(contestant);
    return runs === undefined ? Number.NaN : (medians(runs)[figure] ?? Number.NaN);
  }

  /** @param {string} name @param {string} contestant @param {string} other @param {string} figure */
  ratio(name, contestant, other, figure) {
    return this.of(name, contestant, figure) / this.of(name, other, figure);
  }

  /**
   * Where something went wrong, over all runs. `lost`: deliveries that never came, boards that came incomplete,
   * sockets that were closed. `late`: deliveries that were still under way when the time was over.
   */
  shortfalls() {
    return [...this.#runs].flatMap(([name, contestants]) =>
      [...contestants].flatMap(([contestant, runs]) => {
        const sumOf = (/** @type {string} */ figure) =>
          runs.reduce((sum, run) => sum + (run[figure] ?? 0), 0);
        return [{ name, contestant, lost: sumOf("lost"), late: sumOf("late") }];
      }),
    );
  }
}
