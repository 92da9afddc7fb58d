// What is wrong with how the sheet is drawn, as a person would see it. Runs inside the page.

/** Text too small, out of its card, cut through, or over another text: one line per fault. */
export function sheetFaults(): string[] {
  const faults: string[] = [];
  for (const card of document.querySelectorAll<HTMLElement>("[data-section]")) {
    const id = card.dataset.section ?? "";
    const lines = [...textsIn(card)].flatMap(linesOf);
    const box = card.getBoundingClientRect();
    for (const { text, size, shown, whole, endsInDots } of lines) {
      const name = `${id} "${text.slice(0, 40)}"`;
      if (size < 13) faults.push(`${name} is ${size.toFixed(1)} px`);
      if (isOutside(shown, box)) faults.push(`${name} leaves its card`);
      if (shown.height < whole.height * 0.7) faults.push(`${name} is cut through`);
      if (shown.width < whole.width - 2 && !endsInDots) faults.push(`${name} is cut off`);
    }
    for (const [index, one] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        if (one.element !== other.element && overlap(one.shown, other.shown) > 3) {
          faults.push(`${id} "${one.text.slice(0, 30)}" is under "${other.text.slice(0, 30)}"`);
        }
      }
    }
  }
  return faults;

  type Line = {
    text: string;
    element: Element;
    size: number;
    whole: DOMRect;
    shown: DOMRect;
    endsInDots: boolean;
  };

  function* textsIn(root: Element): Generator<Text> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text && node.data.trim() !== "") yield node;
    }
  }

  // A part of a line of its own is as high as its letters: lower than the line by the leading.
  function linesOf(text: Text): Line[] {
    const element = text.parentElement;
    // The figure of CO₂ is small by nature; words for screen readers are not drawn.
    if (element === null || element.closest("sub") !== null || isForReaders(element)) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    const size = drawnSize(element);
    const { textOverflow } = getComputedStyle(element);
    const endsInDots = textOverflow === "ellipsis";
    return [...range.getClientRects()].flatMap((whole) => {
      const shown = visiblePart(element, whole);
      // Lines behind the end of a clamped text are not drawn at all; their ascenders may be.
      return shown.width < 1 || shown.height < 4
        ? []
        : [{ text: text.data.trim(), element, size, whole, shown, endsInDots }];
    });
  }

  function isForReaders(element: Element): boolean {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (getComputedStyle(at).clipPath !== "none") return true;
    }
    return false;
  }

  function drawnSize(element: Element): number {
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    return element instanceof SVGGraphicsElement ? size * (element.getScreenCTM()?.a ?? 1) : size;
  }

  function visiblePart(element: Element, whole: DOMRect): DOMRect {
    let { left, top, right, bottom } = whole;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      // What scrolls can be scrolled to, whatever clips around it.
      if (overflowY === "auto" || overflowY === "scroll") break;
      const box = at.getBoundingClientRect();
      if (clips(overflowX)) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (clips(overflowY)) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  function clips(overflow: string): boolean {
    return overflow === "hidden" || overflow === "clip";
  }

  function isOutside(inner: DOMRect, outer: DOMRect): boolean {
    return (
      inner.left < outer.left - 1 ||
      inner.right > outer.right + 1 ||
      inner.top < outer.top - 1 ||
      inner.bottom > outer.bottom + 1
    );
  }

  // How far two lines lie over each other, in the direction in which they do so least.
  function overlap(a: DOMRect, b: DOMRect): number {
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return Math.min(width, height);
  }
}
