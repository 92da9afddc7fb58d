// What a person asks the server to do to the session: everything that only the server writes. A new command is a
// shape here, its right in `rightOf`, and its effect in applyCommand.ts.
import { z } from "zod/mini";
import type { Action } from "#shared/access/roles.ts";
import { reservers, SectionName } from "#shared/access/rules.ts";

/** Made by whoever sends it: the same id twice acts once. Room for a nanoid and for a UUID. */
const CommandId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));

const someSections = z.array(SectionName).check(z.minLength(1), z.maxLength(SectionName.options.length));

const shapes = [
  /** Only the facilitator writes in these sections, or no longer only they. */
  z.strictObject({
    id: CommandId,
    type: z.literal("lockSections"),
    sections: someSections,
    locked: z.boolean(),
  }),
  /** Keeps these sections for a role, beside the facilitator; null gives them back to all who write. */
  z.strictObject({
    id: CommandId,
    type: z.literal("reserveSections"),
    sections: someSections,
    for: z.nullable(z.enum(reservers)),
  }),
  /** Leaves the text and the deletion of a note to its author and the facilitator, or to everybody. */
  z.strictObject({ id: CommandId, type: z.literal("keepNotesToAuthor"), on: z.boolean() }),
] as const;

const types = shapes.map(({ shape }) => shape.type.def.values.join());

export const Command = z.discriminatedUnion("type", shapes, { error: `one of ${types.join(", ")}` });

export type Command = z.infer<typeof Command>;

export const rightOf = {
  lockSections: "manageRules",
  reserveSections: "manageRules",
  keepNotesToAuthor: "manageRules",
} as const satisfies Record<Command["type"], Action>;
