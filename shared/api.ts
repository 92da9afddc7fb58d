// The HTTP interface as both sides know it: bodies and answers, parsed where they come in.
// `zod/mini`, because the browser loads what it uses of this file.
import { z } from "zod/mini";
import { roles } from "#shared/access/roles.ts";
import { locales } from "#shared/sheet/locale.ts";

// Control characters, halves of surrogate pairs, line separators, and the marks that turn text around.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** One line of text. Its length is counted as JSON Schema does: in characters, not in UTF-16 halves. */
const lineOfText = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .check(
      z.trim(),
      z.refine((text) => [...text].length >= min, { error: `a string of at least ${min} character` }),
      z.refine((text) => [...text].length <= max, { error: `a string of at most ${max} characters` }),
      z.refine((text) => !unprintable.test(text), { error: "a string without control characters" }),
    )
    .register(z.globalRegistry, { minLength: min, maxLength: max });

export const NewBoard = z.strictObject({
  title: z.optional(lineOfText({ min: 0, max: 200 })),
  locale: z.optional(z.enum(locales)),
  /** A project record; its own schema is at /api/schemas/project-record.json. */
  record: z.optional(z.unknown()),
});
export type NewBoard = z.infer<typeof NewBoard>;

const IssuedLink = z.object({ url: z.string(), token: z.string() });

export const CreatedBoard = z.object({
  id: z.string(),
  links: z.object({
    facilitator: IssuedLink,
    committee: IssuedLink,
    participant: IssuedLink,
    viewer: IssuedLink,
  }),
});
export type CreatedBoard = z.infer<typeof CreatedBoard>;

export const BoardSummary = z.object({
  id: z.string(),
  title: z.string(),
  /** The role of the one who asks. */
  role: z.enum(roles),
  stage: z.string(),
  locale: z.enum(locales),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type BoardSummary = z.infer<typeof BoardSummary>;

export const NewParticipant = z.strictObject({
  name: lineOfText({ min: 1, max: 60 }),
});
export type NewParticipant = z.infer<typeof NewParticipant>;

export const CreatedParticipant = z.object({
  participantId: z.string(),
  token: z.string(),
  role: z.enum(roles),
});
export type CreatedParticipant = z.infer<typeof CreatedParticipant>;

export const LinkSummary = z.object({
  id: z.string(),
  role: z.enum(roles),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.nullable(z.iso.datetime()),
});
export type LinkSummary = z.infer<typeof LinkSummary>;

export const LinkSummaries = z.array(LinkSummary);

export const NewLink = z.strictObject({ role: z.enum(roles) });
export type NewLink = z.infer<typeof NewLink>;

export const CreatedLink = z.object({
  id: z.string(),
  role: z.enum(roles),
  url: z.string(),
  token: z.string(),
});
export type CreatedLink = z.infer<typeof CreatedLink>;

export const Health = z.object({ status: z.literal("ok"), version: z.string() });

export const Ready = z.object({ status: z.literal("ready") });

export const problemCodes = [
  "boardNotFound",
  "linkNotFound",
  "routeNotFound",
  "createTokenRequired",
  "notAllowed",
  "brokenJson",
  "invalidBody",
  "bodyTooLarge",
  "unsupportedMediaType",
  "methodNotAllowed",
  "tooManyRequests",
  "storageAway",
  "internalError",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Every error, as `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  /** What did not fit in the body, and what was expected there. */
  issues: z.optional(z.array(z.object({ path: z.string(), expected: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;
