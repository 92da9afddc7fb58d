import { describe, expect, test } from "vitest";
import type { Identity } from "#server/access/access.ts";
import { People } from "#server/sync/people.ts";
import { Presence } from "#server/sync/presence.ts";
import { parseBoardId } from "#shared/access/boardId.ts";

const boardId = parseBoardId("board-of-presence");

function speaker(participantId: string | undefined, name: string | undefined): { identity: Identity } {
  if (boardId === undefined) throw new Error("a board id");
  return { identity: { boardId, role: "participant", linkId: "the-link", participantId, name } };
}

function aRoom(owners = new Map<number, string | null>()) {
  const presence = new Presence({ people: new People("fr"), ownerOf: (client) => owners.get(client) });
  const lea = speaker("lea", "Léa");
  const tom = speaker("tom", "Tom");
  presence.arrive(lea);
  presence.arrive(tom);
  const say = (who: typeof lea, client: number, clock: number, said: object | null = { typing: true }) =>
    presence.hear([{ client, clock, state: JSON.stringify(said) }], who);
  const told = () =>
    presence.everyone().map(({ client, state }) => ({ client, ...JSON.parse(state?.full ?? "null") }));
  return { presence, lea, tom, say, told };
}

test("who somebody is, and in which role, comes from the server; the rest is as they say", () => {
  const { lea, say, told } = aRoom();
  say(lea, 7, 0, {
    user: { id: "tom", name: "Tom", color: "9" },
    role: "facilitator",
    section: "project_team",
  });
  expect(told()).toEqual([
    {
      client: 7,
      user: { id: "lea", name: "Léa", color: expect.stringMatching(/^[1-7]$/) },
      role: "participant",
      section: "project_team",
    },
  ]);
});

describe("nobody is heard for a client id", () => {
  test("that has written for somebody else, or for the server", () => {
    const { lea, tom, say, told } = aRoom(
      new Map([
        [7, "lea"],
        [8, null],
      ]),
    );
    say(tom, 7, 5);
    say(tom, 8, 5);
    say(lea, 8, 5);
    expect(told()).toEqual([]);
    say(lea, 7, 0);
    expect(told()).toMatchObject([{ client: 7, user: { id: "lea" } }]);
  });

  test("that somebody else said they will write under, or speaks through", () => {
    const { presence, lea, tom, say, told } = aRoom();
    presence.claim(7, lea);
    presence.claim(7, tom);
    say(tom, 7, 5);
    expect(told()).toEqual([]);
    say(lea, 7, 0);
    say(tom, 7, 9);
    say(tom, 7, 10, null);
    expect(told()).toMatchObject([{ client: 7, user: { id: "lea" } }]);
  });

  test("with a clock that no client reaches", () => {
    const { lea, say } = aRoom();
    expect(say(lea, 7, 2 ** 41)).toEqual({ refusal: "notTheProtocol" });
  });

  test("beyond sixteen of them through one connection", () => {
    const { lea, say, told } = aRoom();
    for (let client = 1; client <= 40; client += 1) say(lea, client, 1);
    expect(told()).toHaveLength(16);
  });
});

test("who spoke first for a client id gives way to who has written under it", () => {
  const owners = new Map<number, string | null>();
  const { lea, tom, say, told } = aRoom(owners);
  say(tom, 7, 1);
  owners.set(7, "lea");
  say(lea, 7, 2);
  expect(told()).toMatchObject([{ client: 7, user: { id: "lea" } }]);
});

test("a name somebody gave themselves is taken from them when the participant of that name comes", () => {
  const { presence, say, told } = aRoom();
  const stranger = speaker(undefined, undefined);
  presence.arrive(stranger);
  say(stranger, 9, 3, { user: { name: "Zoé" } });
  expect(told()).toMatchObject([{ user: { id: "the-link", name: "Zoé" } }]);
  presence.takeChanges();
  presence.arrive(speaker("zoe", "Zoé"));
  // Newer, or nobody would believe it.
  expect(presence.takeChanges()).toMatchObject([{ client: 9, clock: 4 }]);
  expect(told()).toMatchObject([{ user: { name: "Participation" } }]);
});

test("only what somebody else said is a repetition", () => {
  const { presence, lea, tom, say } = aRoom();
  say(lea, 7, 1);
  const entry = (client: number) => ({ client, clock: 1, state: "{}" });
  expect(presence.isRepetition([entry(7)], tom)).toBe(true);
  expect(presence.isRepetition([entry(7)], lea)).toBe(false);
  expect(presence.isRepetition([entry(7), entry(8)], tom)).toBe(false);
});
