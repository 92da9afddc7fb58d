/** The one sentence that an operator gets when something cannot be done. */
export function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
