// An expected "no" is a value with a code. Edges translate it once: HTTP status, close code, sentence on screen.
export const refusalCodes = [
  "boardNotFound",
  "tokenUnknown",
  "linkRevoked",
  "originNotAllowed",
  "notAllowed",
  "boardFull",
  "boardTooLarge",
  "frameTooLarge",
  "notTheProtocol",
  "updateMalformed",
  "updateIncomplete",
  "updateForged",
  "contentUnknown",
  "contentTooLarge",
  "placeNotAllowed",
  "boardRestored",
  "clientTooOld",
  "tooFast",
  "tooSlow",
  "storageAway",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type Refusal = { readonly refusal: RefusalCode };

export function refuse(code: RefusalCode): Refusal {
  return { refusal: code };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refusal" in value;
}
