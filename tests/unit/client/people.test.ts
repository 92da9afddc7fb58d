import { afterEach, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { peopleIn } from "#client/board/people.ts";
import { colorFor, type PersonColor, personColors } from "#shared/sync/personColor.ts";

const open: Awareness[] = [];

function anAwareness(): Awareness {
  const awareness = new Awareness(new Y.Doc());
  open.push(awareness);
  return awareness;
}

afterEach(() => {
  for (const awareness of open.splice(0)) awareness.destroy();
});

/** Somebody's tab says this to everyone. */
function tell(everyone: Awareness, state: Record<string, unknown>): void {
  const tab = anAwareness();
  tab.setLocalState(state);
  applyAwarenessUpdate(everyone, encodeAwarenessUpdate(tab, [tab.clientID]), "test");
}

const aTab = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  user: { id, name, color: "2" },
  role: "participant",
  section: null,
  cursor: null,
  field: null,
  typing: false,
  ...more,
});

test("a person with two tabs is one person, where they do most", () => {
  const awareness = anAwareness();
  tell(awareness, aTab("p1", "Chloé"));
  tell(awareness, aTab("p1", "Chloé", { section: "diagnosis", typing: true }));
  tell(awareness, aTab("p1", "Chloé", { section: "objectives" }));
  const people = peopleIn(awareness, "me");
  expect(people).toHaveLength(1);
  expect(people[0]).toMatchObject({ name: "Chloé", section: "diagnosis", typing: true, isMe: false });
});

test("those who lead come first, the others by name, me among them", () => {
  const awareness = anAwareness();
  tell(awareness, aTab("p1", "Hugo"));
  tell(awareness, aTab("p2", "Chloé"));
  tell(awareness, aTab("p3", "Zoé", { role: "facilitator" }));
  awareness.setLocalState(aTab("me", "Émile"));
  const people = peopleIn(awareness, "me");
  expect(people.map(({ name }) => name)).toEqual(["Zoé", "Chloé", "Émile", "Hugo"]);
  expect(people.filter(({ isMe }) => isMe).map(({ name }) => name)).toEqual(["Émile"]);
});

test("what other programs say is taken with care", () => {
  const awareness = anAwareness();
  tell(awareness, { user: { name: "no id" } });
  tell(awareness, { whatever: 3 });
  tell(awareness, { user: { id: "p1", name: "x".repeat(61), color: "2" } });
  tell(awareness, {
    user: { id: "p2", name: "Inès", color: "chartreuse" },
    role: "king",
    section: "nowhere",
    cursor: { x: 4, y: "left" },
    typing: "yes",
  });
  expect(peopleIn(awareness, "me")).toEqual([
    {
      id: "p2",
      name: "Inès",
      color: "1",
      role: "viewer",
      section: null,
      field: null,
      typing: false,
      isMe: false,
    },
  ]);
});

test("a person keeps their colour, and leaves it to who was here first", () => {
  const own = colorFor("participant-1", new Set());
  expect(colorFor("participant-1", new Set())).toBe(own);
  const other = colorFor("participant-1", new Set([own]));
  expect(other).not.toBe(own);
  expect(colorFor("participant-1", new Set(personColors))).toBe(own);
});

test("the seven colours are all in use", () => {
  const used = new Set<PersonColor>();
  for (let n = 0; n < 200; n++) used.add(colorFor(`participant-${n}`, new Set()));
  expect(used.size).toBe(7);
});
