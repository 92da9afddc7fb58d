// A crowd that comes at once is let in a few at a time: finding out who somebody is takes a fraction of a
// millisecond, and three hundred of those in a row would hold up everybody who writes.

const atOnce = 8;

export class Admission {
  readonly #waiting: (() => void)[] = [];
  #isOpen = false;

  /** Resolves when it is one's turn. */
  enter(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#open();
    });
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    setImmediate(() => {
      this.#isOpen = false;
      for (const letIn of this.#waiting.splice(0, atOnce)) letIn();
      if (this.#waiting.length > 0) this.#open();
    });
  }
}
