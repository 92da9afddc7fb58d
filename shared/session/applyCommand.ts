// The next session, from this one and a command. Says nothing of when or by whom: that is the audit's.
import { type Refusal, refuse } from "#shared/access/refusal.ts";
import { can, type Role } from "#shared/access/roles.ts";
import type { BoardRules } from "#shared/access/rules.ts";
import { type SectionId, sections } from "#shared/sheet/sections.ts";
import type { Session } from "#shared/sync/hello.ts";
import { type Command, rightOf } from "./commands.ts";

/** The same session when nothing changes: its version then stays, and nobody is told. */
export function applyCommand(session: Session, command: Command, actor: { role: Role }): Session | Refusal {
  if (!can(actor.role, rightOf[command.type])) return refuse("notAllowed");
  const rules = nextRules(session.rules, command);
  return areSame(rules, session.rules) ? session : { version: session.version + 1, rules };
}

function nextRules(rules: BoardRules, command: Command): BoardRules {
  switch (command.type) {
    case "lockSections": {
      const kept = rules.locked.filter((section) => !command.sections.includes(section));
      return { ...rules, locked: command.locked ? inSheetOrder([...kept, ...command.sections]) : kept };
    }
    case "reserveSections": {
      const reservers = new Map(rules.reserved.map((one) => [one.section, one.for]));
      for (const section of command.sections) {
        if (command.for === null) reservers.delete(section);
        else reservers.set(section, command.for);
      }
      const reserved = sections.flatMap(({ id }) => {
        const reserver = reservers.get(id);
        return reserver === undefined ? [] : [{ section: id, for: reserver }];
      });
      return { ...rules, reserved };
    }
    case "keepNotesToAuthor":
      return { ...rules, notesKeptToAuthor: command.on };
  }
}

/** Each once. One order for the same rules, so that equal rules are written alike. */
function inSheetOrder(ids: readonly SectionId[]): SectionId[] {
  return sections.map(({ id }) => id).filter((id) => ids.includes(id));
}

function areSame(one: BoardRules, other: BoardRules): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
