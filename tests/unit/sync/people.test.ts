import { describe, expect, test } from "vitest";
import type { Identity } from "#server/access/access.ts";
import { People } from "#server/sync/people.ts";
import { parseBoardId } from "#shared/access/boardId.ts";
import type { Role } from "#shared/access/roles.ts";

function participant(id: string, name: string, role: Role = "participant"): Identity {
  return { boardId: someBoard(), role, linkId: `link of ${role}`, participantId: id, name };
}

function holder(role: Role): Identity {
  return { boardId: someBoard(), role, linkId: `link of ${role}`, participantId: undefined, name: undefined };
}

function someBoard() {
  const id = parseBoardId("board-of-people");
  if (id === undefined) throw new Error("a board id");
  return id;
}

describe("the name the others are told", () => {
  test("is the participant's, whatever their client says", () => {
    const people = new People("fr");
    expect(people.faceOf(participant("p1", "Léa"), "Tom")).toMatchObject({ id: "p1", name: "Léa" });
  });

  test.each([
    ["as it is said", "Bot", "Bot"],
    ["without what is not seen or turns the text around it", " B\u202eo\u0000t\u200b ", "Bot"],
    ["no longer than 60, and no half letter at the end", `${"x".repeat(59)}😀`, "x".repeat(59)],
    ["the role's, when there is none", "  ", "Participation"],
    ["the role's, when it is not a text", { toString: "Léa" }, "Participation"],
  ])("of who holds a link only: %s", (_what, said, told) => {
    const people = new People("fr");
    const { id, name } = people.faceOf(holder("participant"), said);
    expect({ id, name }).toEqual({ id: "link of participant", name: told });
  });

  test.each(["Léa", "léa ", "L e a", "LEA."])("%s is no name for somebody else while Léa is here", (said) => {
    const people = new People("nl");
    const lea = participant("p1", "Léa");
    people.arrive(lea);
    expect(people.faceOf(holder("viewer"), said).name).toBe("Lezen");
    people.depart(lea);
    expect(people.faceOf(holder("viewer"), said).name).toBe(said.trim());
  });
});

describe("the colour of a person", () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => participant(`p${at}`, `P ${at}`));

  test("is nobody else's while seven are here", () => {
    const people = new People("fr");
    const colors = many(7).map((identity) => {
      people.arrive(identity);
      return people.faceOf(identity).color;
    });
    expect(new Set(colors).size).toBe(7);
  });

  test("stays theirs while others come and go, and when they come back", () => {
    const people = new People("fr");
    const [first, ...others] = many(6);
    if (first === undefined) throw new Error("somebody");
    people.arrive(first);
    const { color } = people.faceOf(first);
    people.depart(first);
    for (const other of others) {
      people.arrive(other);
      people.faceOf(other);
    }
    people.arrive(first);
    expect(people.faceOf(first).color).toBe(color);
    for (const other of others) people.depart(other);
    expect(people.faceOf(first).color).toBe(color);
  });

  test("is given to somebody new only when nobody here has it, also after many came and left", () => {
    const people = new People("fr");
    for (const identity of many(30)) {
      people.arrive(identity);
      people.faceOf(identity);
      people.depart(identity);
    }
    const here = many(36).slice(29);
    const colors = here.map((identity) => {
      people.arrive(identity);
      return people.faceOf(identity).color;
    });
    expect(new Set(colors).size).toBe(7);
  });
});
