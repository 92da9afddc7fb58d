// Names of people, as the board has them.
import type { Board } from "#shared/board/roots.ts";
import { rowArray, rowString, rowsOf } from "#shared/board/rows.ts";
import type { RowsBlock } from "#shared/sheet/fields.ts";
import { sectionOf } from "#shared/sheet/sections.ts";
import { namesIn } from "./reading.ts";

export function teamFacts(board: Board) {
  return {
    leads: namesOfBlock(board, "leads", "displayName"),
    members: namesOfBlock(board, "members", "displayName"),
    partners: namesOfBlock(board, "partners", "name"),
  };
}

function namesOfBlock(board: Board, id: string, key: string): string[] {
  const block = rowsBlock("project_team", id);
  return block === undefined ? [] : namesIn(rowsOf(board, block.list, block.where), key);
}

/** The members of the monitoring committee: people of the project, then those from outside. */
export function committeeFacts(board: Board) {
  const block = rowsBlock("monitoring_committee", "committee");
  const bodies = block === undefined ? [] : rowsOf(board, block.list, block.where);
  const people = new Map(
    rowsOf(board, "people").map((row) => [row.id, rowString(row, "displayName").trim()]),
  );
  const textsIn = (key: string) =>
    bodies.flatMap((row) => rowArray(row, key)?.toArray() ?? []).filter((entry) => typeof entry === "string");
  const distinct = (names: readonly string[]) => [...new Set(names.filter((name) => name !== ""))];
  return {
    members: distinct(textsIn("memberIds").map((id) => people.get(id) ?? "")),
    externals: distinct(textsIn("externalMembers").map((name) => name.trim())),
  };
}

function rowsBlock(sectionId: "project_team" | "monitoring_committee", id: string): RowsBlock | undefined {
  const block = sectionOf(sectionId).blocks.find((candidate) => candidate.id === id);
  return block?.type === "rows" ? block : undefined;
}
