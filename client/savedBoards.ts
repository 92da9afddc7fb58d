// What this browser remembers: the boards it has a token for, and the first name of the person.
import { z } from "zod/mini";
import { type Role, roles } from "#shared/access/roles.ts";

const Link = z.object({ url: z.string(), token: z.string() });

const BoardAccess = z.object({
  boardId: z.string(),
  title: z.string(),
  role: z.enum(roles),
  /** The person's own token, for HTTP and for the socket. */
  token: z.string(),
  participantId: z.string(),
  name: z.string(),
  /** Known only where they were made: the server keeps hashes. */
  links: z.optional(z.partialRecord(z.enum(roles), Link)),
  /** Epoch milliseconds. */
  lastOpenedAt: z.number(),
});

/** What opens a board from here. */
export type BoardAccess = z.infer<typeof BoardAccess>;
export type BoardLinks = Partial<Record<Role, { url: string; token: string }>>;

const boardsKey = "canevas.boards";
const nameKey = "canevas.name";

/** Last opened first. */
export function savedBoards(): BoardAccess[] {
  return Object.values(readAll()).sort((a, b) => b.lastOpenedAt - a.lastOpenedAt);
}

export function savedBoard(boardId: string): BoardAccess | undefined {
  return readAll()[boardId];
}

export function rememberBoard(access: BoardAccess): void {
  write(boardsKey, JSON.stringify({ ...readAll(), [access.boardId]: access }));
}

/** Only the title, and only of a board that is still remembered: its links may have changed meanwhile. */
export function retitleBoard(boardId: string, title: string): void {
  const saved = savedBoard(boardId);
  if (saved && saved.title !== title) rememberBoard({ ...saved, title });
}

export function forgetBoard(boardId: string): void {
  const { [boardId]: _forgotten, ...others } = readAll();
  write(boardsKey, JSON.stringify(others));
}

export function rememberedName(): string {
  return read(nameKey) ?? "";
}

export function rememberName(name: string): void {
  write(nameKey, name);
}

/** An entry that an older or newer version wrote differently is left out, not the whole list. */
function readAll(): Record<string, BoardAccess> {
  const boards: Record<string, BoardAccess> = {};
  for (const [boardId, stored] of Object.entries(storedObject())) {
    const access = BoardAccess.safeParse(stored);
    if (access.success) boards[boardId] = access.data;
  }
  return boards;
}

function storedObject(): object {
  try {
    const stored: unknown = JSON.parse(read(boardsKey) ?? "{}");
    return typeof stored === "object" && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

// Storage may be forbidden or full (private window, policy): the board then stays open as long as its page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
