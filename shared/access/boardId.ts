/** The id of a board. A string from outside becomes one only here. */
export type BoardId = string & { readonly __brand: "BoardId" };

const shape = /^[A-Za-z0-9_-]{8,64}$/;

function isBoardId(text: string): text is BoardId {
  return shape.test(text);
}

export function parseBoardId(text: string): BoardId | undefined {
  return isBoardId(text) ? text : undefined;
}
