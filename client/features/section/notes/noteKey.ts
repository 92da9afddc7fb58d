/** By this the others know which note somebody writes in. */
export const noteKey = (id: string) => `note/${id}`;
