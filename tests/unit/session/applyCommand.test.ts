import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal } from "#shared/access/refusal.ts";
import { type Role, roles } from "#shared/access/roles.ts";
import { BoardRules, openRules } from "#shared/access/rules.ts";
import { applyCommand } from "#shared/session/applyCommand.ts";
import { Command } from "#shared/session/commands.ts";
import { sections } from "#shared/sheet/sections.ts";
import type { Session } from "#shared/sync/hello.ts";

const fresh: Session = { version: 0, rules: openRules };
const facilitator = { role: "facilitator" } as const;
const id = "command-1";

const lock = (...ids: string[]) => Command.parse({ id, type: "lockSections", sections: ids, locked: true });
const unlock = (...ids: string[]) =>
  Command.parse({ id, type: "lockSections", sections: ids, locked: false });
const reserve = (reserver: string | null, ...ids: string[]) =>
  Command.parse({ id, type: "reserveSections", sections: ids, for: reserver });
const keep = (on: boolean) => Command.parse({ id, type: "keepNotesToAuthor", on });

function applied(session: Session, command: Command): Session {
  const next = applyCommand(session, command, facilitator);
  if (isRefusal(next)) throw new Error(next.refusal);
  return next;
}

const after = (...commands: Command[]) => commands.reduce(applied, fresh);

// Expectations as a table: the rules that a series of commands ends with.
const outcomes: [what: string, commands: Command[], rules: Partial<BoardRules>, version: number][] = [
  ["a section is locked", [lock("diagnosis")], { locked: ["diagnosis"] }, 1],
  ["and opened again", [lock("diagnosis"), unlock("diagnosis")], {}, 2],
  [
    "several, in the order of the sheet, each once",
    [lock("plan_legal", "plan_actions", "plan_legal"), lock("diagnosis")],
    { locked: ["diagnosis", "plan_actions", "plan_legal"] },
    2,
  ],
  [
    "one of several opened",
    [lock("diagnosis", "plan_legal"), unlock("diagnosis")],
    { locked: ["plan_legal"] },
    2,
  ],
  ["what was open is opened: nothing changes", [unlock("diagnosis")], {}, 0],
  [
    "what was locked is locked: nothing changes",
    [lock("diagnosis"), lock("diagnosis")],
    { locked: ["diagnosis"] },
    1,
  ],
  [
    "sections are reserved",
    [reserve("committee", "eval_satisfaction", "eval_indicators")],
    {
      reserved: [
        { section: "eval_indicators", for: "committee" },
        { section: "eval_satisfaction", for: "committee" },
      ],
    },
    1,
  ],
  [
    "the last reservation counts",
    [reserve("committee", "diagnosis"), reserve("participant", "diagnosis")],
    { reserved: [{ section: "diagnosis", for: "participant" }] },
    2,
  ],
  ["and is given back", [reserve("committee", "diagnosis"), reserve(null, "diagnosis")], {}, 2],
  [
    "a lock leaves a reservation in place",
    [reserve("committee", "diagnosis"), lock("diagnosis"), unlock("diagnosis")],
    { reserved: [{ section: "diagnosis", for: "committee" }] },
    3,
  ],
  ["notes are kept to their author", [keep(true)], { notesKeptToAuthor: true }, 1],
  ["and given back to all", [keep(true), keep(false)], {}, 2],
];

test.each(outcomes)("%s", (_what, commands, rules, version) => {
  expect(after(...commands)).toEqual({ version, rules: { ...openRules, ...rules } });
});

const all = [lock("diagnosis"), unlock("diagnosis"), reserve("committee", "diagnosis"), keep(true)];
const mayDecide: Record<Role, boolean> = {
  facilitator: true,
  committee: false,
  participant: false,
  viewer: false,
};

test.each(all)("who may $type", (command) => {
  for (const role of roles) {
    const next = applyCommand(fresh, command, { role });
    expect([role, isRefusal(next)]).toEqual([role, !mayDecide[role]]);
  }
});

test("whatever is commanded, the rules fit their schema, in the sheet's order, and the version counts the changes", () => {
  const someIds = fc.uniqueArray(fc.constantFrom(...sections.map((section) => section.id)), { minLength: 1 });
  const command = fc.oneof(
    fc.record({ type: fc.constant("lockSections"), sections: someIds, locked: fc.boolean() }),
    fc.record({
      type: fc.constant("reserveSections"),
      sections: someIds,
      for: fc.constantFrom("committee", "participant", null),
    }),
    fc.record({ type: fc.constant("keepNotesToAuthor"), on: fc.boolean() }),
  );
  const orderOf = (section: string) => sections.findIndex((one) => one.id === section);
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      let session = fresh;
      for (const one of commands) {
        const before = session;
        session = applied(session, Command.parse({ id, ...one }));
        const isSame = JSON.stringify(before.rules) === JSON.stringify(session.rules);
        expect(session.version - before.version).toBe(isSame ? 0 : 1);
        expect(BoardRules.parse(session.rules)).toEqual(session.rules);
        for (const list of [session.rules.locked, session.rules.reserved.map((each) => each.section)]) {
          expect(list).toEqual([...new Set(list)].sort((a, b) => orderOf(a) - orderOf(b)));
        }
      }
    }),
  );
});

describe("a command that does not fit", () => {
  test.each([
    ["without an id", { type: "keepNotesToAuthor", on: true }, "id"],
    ["with an id too short to be anyone's", { id: "1", type: "keepNotesToAuthor", on: true }, "id"],
    ["of no known type", { id, type: "deleteEverything" }, "type"],
    ["of no section", { id, type: "lockSections", sections: [], locked: true }, "sections"],
    [
      "of a section not on the sheet",
      { id, type: "lockSections", sections: ["diagnosis", "x"], locked: true },
      "sections.1",
    ],
    ["for nobody known", { id, type: "reserveSections", sections: ["diagnosis"], for: "viewer" }, "for"],
  ])("%s is refused, by its path", (_what, body, path) => {
    const parsed = Command.safeParse(body);
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});
