import { expect, test } from "vitest";
import { type Role, roles } from "#shared/access/roles.ts";
import {
  type BoardRules,
  mayRewriteNote,
  mayWriteIn,
  openRules,
  restrictionOf,
} from "#shared/access/rules.ts";
import { sections } from "#shared/sheet/sections.ts";

const section = "eval_indicators";
const elsewhere = sections.filter(({ id }) => id !== section);

const locked: BoardRules = { ...openRules, locked: [section] };
const forCommittee: BoardRules = { ...openRules, reserved: [{ section, for: "committee" }] };
const forParticipants: BoardRules = { ...openRules, reserved: [{ section, for: "participant" }] };
const lockedForCommittee: BoardRules = { ...forCommittee, locked: [section] };
const keptToAuthor: BoardRules = { ...openRules, notesKeptToAuthor: true };

// In the order of the roles: facilitator, committee, participant, viewer.
const table: [what: string, rules: BoardRules, restriction: string | undefined, ...may: boolean[]][] = [
  ["open", openRules, undefined, true, true, true, false],
  ["locked", locked, "locked", true, false, false, false],
  ["reserved for the committee", forCommittee, "committee", true, true, false, false],
  ["reserved for participants", forParticipants, "participant", true, false, true, false],
  ["locked and reserved: the lock counts", lockedForCommittee, "locked", true, false, false, false],
  ["open, while notes are kept to their author", keptToAuthor, undefined, true, true, true, false],
];

test.each(table)("who writes in a section that is %s", (_what, rules, restriction, ...may) => {
  expect(restrictionOf(section, rules)).toBe(restriction);
  expect(roles.map((role) => mayWriteIn(role, section, rules))).toEqual(may);
});

test.each(table)("elsewhere nothing changes when one section is %s", (_what, rules) => {
  const writers: Role[] = ["facilitator", "committee", "participant"];
  for (const { id } of elsewhere) {
    expect(roles.filter((role) => mayWriteIn(role, id, rules))).toEqual(writers);
  }
});

// In the order of the roles again; a viewer is never asked, since they write nowhere.
const notes: [what: string, rules: BoardRules, isTheirs: boolean, ...may: boolean[]][] = [
  ["of their own, while notes are free", openRules, true, true, true, true],
  ["of somebody else, while notes are free", openRules, false, true, true, true],
  ["of their own, while notes are kept", keptToAuthor, true, true, true, true],
  ["of somebody else, while notes are kept", keptToAuthor, false, true, false, false],
];

test.each(notes)("who changes the text of a note %s", (_what, rules, isTheirs, ...may) => {
  const writers: Role[] = ["facilitator", "committee", "participant"];
  expect(writers.map((role) => mayRewriteNote(role, isTheirs, rules))).toEqual(may);
});
