// Who may do what, in one table. Asked every time it matters, by the server and by the buttons alike.
export const roles = ["facilitator", "committee", "participant", "viewer"] as const;

export type Role = (typeof roles)[number];

const allowed = {
  readBoard: { facilitator: true, committee: true, participant: true, viewer: true },
  joinBoard: { facilitator: true, committee: true, participant: true, viewer: true },
  writeBoard: { facilitator: true, committee: true, participant: true, viewer: false },
  /** Also where a section is locked, or kept for others. */
  writeEverywhere: { facilitator: true, committee: false, participant: false, viewer: false },
  /** What the record holds beyond the sections of the sheet: scores, risks, feasibility. */
  writeBeyondSections: { facilitator: true, committee: true, participant: false, viewer: false },
  manageRules: { facilitator: true, committee: false, participant: false, viewer: false },
  manageLinks: { facilitator: true, committee: false, participant: false, viewer: false },
  deleteBoard: { facilitator: true, committee: false, participant: false, viewer: false },
} as const satisfies Record<string, Record<Role, boolean>>;

export type Action = keyof typeof allowed;

export function can(role: Role, action: Action): boolean {
  return allowed[action][role];
}

/** May this role write into the board document? Asked by the write gate for every update. */
export function mayWrite(role: Role): boolean {
  return can(role, "writeBoard");
}
