// What our own client and the server say to each other before the board, in the frames from 100 on. A stock client
// never sends the first of them, and is never sent the others.
import { z } from "zod/mini";
import { roles } from "#shared/access/roles.ts";
import { BoardRules } from "#shared/access/rules.ts";
import { personColors } from "./personColor.ts";

/** Grows when the frames from 100 on change in a way that an older client would misread. */
export const protocolVersion = 1;

const count = z.int().check(z.gte(0));

/** The first frame of our own client. */
export const Hello = z.object({
  protocol: count,
  /** The newest format of the board document that this client can edit without harm. */
  format: count,
  /** The Yjs client id it will write under. */
  client: count,
  /** The epoch of the replica it brings; 0 without one. */
  epoch: count,
  /** Everything up to this update of the log is in its replica; 0 without one. */
  seq: count,
});

export type Hello = z.infer<typeof Hello>;

/** What only the server writes and everyone may see. */
export const Session = z.object({ version: count, rules: BoardRules });

export type Session = z.infer<typeof Session>;

/** The server's answer to a hello. */
export const Welcome = z.object({
  protocol: count,
  format: count,
  epoch: count,
  role: z.enum(roles),
  /** As the others are told: name and colour are the server's. */
  me: z.object({ id: z.string(), name: z.string(), color: z.enum(personColors) }),
  session: Session,
});

export type Welcome = z.infer<typeof Welcome>;
