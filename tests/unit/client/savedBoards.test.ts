import { beforeEach, expect, test, vi } from "vitest";
import {
  type BoardAccess,
  forgetBoard,
  rememberBoard,
  rememberedName,
  rememberName,
  retitleBoard,
  savedBoard,
  savedBoards,
} from "#client/savedBoards.ts";

const access = (boardId: string, part: Partial<BoardAccess> = {}): BoardAccess => ({
  boardId,
  title: "Capteurs",
  role: "participant",
  token: "secret",
  participantId: "p1",
  name: "Amina",
  lastOpenedAt: 1,
  ...part,
});

function storageOf(entries: Map<string, string>) {
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
}

let entries: Map<string, string>;

beforeEach(() => {
  entries = new Map();
  vi.stubGlobal("localStorage", storageOf(entries));
});

test("boards come back, last opened first", () => {
  rememberBoard(access("first", { lastOpenedAt: 10 }));
  rememberBoard(access("second", { lastOpenedAt: 20, links: { viewer: { url: "u", token: "t" } } }));
  expect(savedBoards().map(({ boardId }) => boardId)).toEqual(["second", "first"]);
  expect(savedBoard("second")).toEqual(
    access("second", { lastOpenedAt: 20, links: { viewer: { url: "u", token: "t" } } }),
  );
});

test("a forgotten board is gone, the others stay", () => {
  rememberBoard(access("first"));
  rememberBoard(access("second"));
  forgetBoard("first");
  expect(savedBoard("first")).toBeUndefined();
  expect(savedBoard("second")).toBeDefined();
});

test("a new title leaves the rest as it is now, and brings no forgotten board back", () => {
  rememberBoard(access("first", { links: { viewer: { url: "new", token: "new" } } }));
  retitleBoard("first", "Sentiers");
  expect(savedBoard("first")).toMatchObject({ title: "Sentiers", links: { viewer: { url: "new" } } });
  retitleBoard("gone", "Sentiers");
  expect(savedBoard("gone")).toBeUndefined();
});

test("an entry that another version wrote is left out, not the list", () => {
  const stored = { good: access("good"), odd: { boardId: "odd", role: "owner" } };
  entries.set("canevas.boards", JSON.stringify(stored));
  expect(savedBoards().map(({ boardId }) => boardId)).toEqual(["good"]);
});

test.each(["", "not json", "[1]", "null", '"text"'])("stored %j counts as nothing", (stored) => {
  entries.set("canevas.boards", stored);
  expect(savedBoards()).toEqual([]);
});

test("a browser that forbids storage remembers nothing and breaks nothing", () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  rememberBoard(access("first"));
  rememberName("Amina");
  expect(savedBoards()).toEqual([]);
  expect(rememberedName()).toBe("");
});
