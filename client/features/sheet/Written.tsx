const subscript = /([₀-₉]+)/;

/** What people wrote. The fonts have no subscript figures, so that those of CO₂ are drawn as such. */
export function Written({ text }: { text: string }) {
  let at = 0;
  return text.split(subscript).map((part) => {
    const key = at;
    at += part.length;
    return subscript.test(part) ? <sub key={key}>{figures(part)}</sub> : part;
  });
}

const figures = (part: string) =>
  [...part].map((letter) => String((letter.codePointAt(0) ?? 0) - 0x2080)).join("");
