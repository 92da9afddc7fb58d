import { describe, expect, test } from "vitest";
import type { Word } from "#server/sync/presence.ts";
import { PresenceViews } from "#server/sync/presenceViews.ts";
import type { SectionId } from "#shared/sheet/sections.ts";

type Where = { section?: SectionId | null; x?: number; leads?: boolean; typing?: boolean };

let clock = 0;

function word(client: number, { section = null, x, leads = false, typing = false }: Where = {}): Word {
  clock += 1;
  const rest = { section, typing };
  const withoutCursor = JSON.stringify(rest);
  const cursor = x === undefined ? undefined : JSON.stringify({ x, y: 0 });
  const full = x === undefined ? withoutCursor : JSON.stringify({ ...rest, cursor: { x, y: 0 } });
  return { client, clock, state: { said: {}, full, withoutCursor, cursor, section, leads } };
}

const range = (count: number, from = 1) => Array.from({ length: count }, (_, at) => from + at);

/** Whose cursor, and who without one, somebody at each of these places is told. */
function tellers() {
  const views = new PresenceViews();
  return (changes: Word[], { places = [null], present = 60, now = 0 }: Tell = {}) => {
    const told = views.changesFor(places, changes, present, now);
    return places.map((place) => {
      const entries = told.get(place) ?? [];
      const isPointing = ({ state }: { state: string }) => state.includes("cursor");
      return {
        pointing: entries.filter(isPointing).map(({ client }) => client),
        still: entries.filter((entry) => !isPointing(entry)).map(({ client }) => client),
      };
    });
  };
}

type Tell = { places?: (SectionId | null)[]; present?: number; now?: number };

test("where forty are present, everyone is told everything, in one list", () => {
  const views = new PresenceViews();
  const told = views.changesFor([null, "project_team"], [word(1, { section: "diagnosis", x: 0.5 })], 40, 0);
  expect(told.get(null)).toHaveLength(1);
  expect(told.get(null)).toBe(told.get("project_team"));
});

describe("where more are present", () => {
  test("cursors are told to who is at the same place, those of who leads to everyone", () => {
    const tell = tellers();
    const changes = [
      word(1, { x: 0.1 }),
      word(2, { section: "project_team", x: 0.1 }),
      word(3, { x: 0.1, leads: true }),
    ];
    expect(tell(changes, { places: [null, "project_team"] })).toEqual([
      { pointing: [1, 3], still: [2] },
      { pointing: [2, 3], still: [1] },
    ]);
  });

  test("a cursor elsewhere that moves is no news; what its owner does besides is", () => {
    const tell = tellers();
    const places: SectionId[] = ["project_team"];
    tell([word(1, { x: 0.1 })], { places });
    expect(tell([word(1, { x: 0.2 })], { places })).toEqual([{ pointing: [], still: [] }]);
    expect(tell([word(1, { x: 0.2, typing: true })], { places })).toEqual([{ pointing: [], still: [1] }]);
  });

  test("that somebody far is still here is said again before others take them for gone", () => {
    const tell = tellers();
    const places: SectionId[] = ["project_team"];
    tell([word(1, { x: 0.1 })], { places });
    expect(tell([word(1, { x: 0.2 })], { places, now: 9_000 })).toEqual([{ pointing: [], still: [] }]);
    expect(tell([word(1, { x: 0.3 })], { places, now: 11_000 })).toEqual([{ pointing: [], still: [1] }]);
  });

  test("a pointer that leaves the sheet is told at once to those who saw it", () => {
    const tell = tellers();
    tell([word(1, { x: 0.1 })], { places: [null, "project_team"] });
    expect(tell([word(1)], { places: [null, "project_team"] })).toEqual([
      { pointing: [], still: [1] },
      { pointing: [], still: [] },
    ]);
  });

  test("forty cursors at one place, no more; one that rests gives way", () => {
    const tell = tellers();
    const move = (clients: number[]) => clients.map((client) => word(client, { x: clock / 1e6 }));
    const [first] = tell(move(range(60)));
    expect(first).toEqual({ pointing: range(40), still: range(20, 41) });
    expect(tell(move(range(60)), { now: 1_000 })).toEqual([{ pointing: range(40), still: [] }]);
    const [later] = tell(move(range(20, 41)), { now: 5_000 });
    expect(later?.pointing).toEqual(range(20, 41));
  });

  test("who leads is given a place among the forty", () => {
    const tell = tellers();
    tell(range(40).map((client) => word(client, { x: 0.1 })));
    expect(tell([word(99, { x: 0.1, leads: true })])).toEqual([{ pointing: [99], still: [] }]);
    expect(tell([word(1, { x: 0.2 })])).toEqual([{ pointing: [], still: [] }]);
  });

  test("who leaves is told to all", () => {
    const tell = tellers();
    tell([word(1, { x: 0.1 })], { places: [null, "project_team"] });
    expect(tell([{ client: 1, clock: 99, state: undefined }], { places: [null, "project_team"] })).toEqual([
      { pointing: [], still: [1] },
      { pointing: [], still: [1] },
    ]);
  });

  test("who comes sees the cursors of the place they come to", () => {
    const views = new PresenceViews();
    const changes = range(60).map((client) => word(client, { x: 0.1 }));
    views.changesFor([null], changes, 60, 0);
    const told = views.everyoneFor(null, changes);
    expect(told).toHaveLength(60);
    expect(told.filter(({ state }) => state.includes("cursor"))).toHaveLength(40);
  });
});
