// The same typing in every run: a small generator of numbers with a seed, and text made of it.

/**
 * mulberry32.
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words =
  "le quartier manque de lieux ouverts aux jeunes et la commune veut relier le bus le velo et la gare avec une carte unique portee par les habitants qui proposent des essais courts mesures chaque mois".split(
    " ",
  );

/**
 * An endless line of characters, as somebody types them.
 * @param {() => number} random
 */
export function characters(random) {
  let word = "";
  let at = 0;
  return () => {
    if (at === word.length) {
      word = `${words[Math.floor(random() * words.length)]} `;
      at = 0;
    }
    return word.charAt(at++);
  };
}
