// How a socket is closed. 4400-4499 are final for every y-websocket client; others are retried.
import { type RefusalCode, refusalCodes } from "#shared/access/refusal.ts";

export const closeCodes = {
  internalError: 1011,
  serviceRestart: 1012,
  tryAgainLater: 1013,
  notTheProtocol: 4400,
  unknownToken: 4401,
  revoked: 4403,
  noSuchBoard: 4404,
  updateRefused: 4409,
  tooLarge: 4413,
  tooFast: 4429,
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** The code and the short reason that a refused person's socket is closed with. */
export function closeOf(refusal: RefusalCode): { code: CloseCode; reason: string } {
  switch (refusal) {
    case "boardNotFound":
      return { code: closeCodes.noSuchBoard, reason: "no such board" };
    case "tokenUnknown":
      return { code: closeCodes.unknownToken, reason: "unknown token" };
    case "linkRevoked":
      return { code: closeCodes.revoked, reason: "link revoked" };
    case "originNotAllowed":
      return { code: closeCodes.revoked, reason: "origin not allowed" };
    case "notAllowed":
      return { code: closeCodes.updateRefused, reason: "this role only reads" };
    case "updateMalformed":
      return { code: closeCodes.updateRefused, reason: "malformed update" };
    case "updateIncomplete":
      return { code: closeCodes.updateRefused, reason: "update depends on changes that were not sent" };
    case "updateForged":
      return { code: closeCodes.updateRefused, reason: "update is not one that its author could have made" };
    case "contentUnknown":
      return { code: closeCodes.updateRefused, reason: "content that has no place in a board" };
    case "contentTooLarge":
      return { code: closeCodes.updateRefused, reason: "text or value too large" };
    case "placeNotAllowed":
      return { code: closeCodes.updateRefused, reason: "locked or reserved for others" };
    case "boardRestored":
      return { code: closeCodes.updateRefused, reason: "board was restored from a backup" };
    case "clientTooOld":
      return { code: closeCodes.notTheProtocol, reason: "client too old: reload the page" };
    case "boardTooLarge":
      return { code: closeCodes.tooLarge, reason: "board is at its size limit" };
    case "frameTooLarge":
      return { code: closeCodes.tooLarge, reason: "frame too large" };
    case "notTheProtocol":
      return { code: closeCodes.notTheProtocol, reason: "not the protocol" };
    case "tooFast":
      return { code: closeCodes.tooFast, reason: "too many updates" };
    case "boardFull":
      return { code: closeCodes.tryAgainLater, reason: "too many connections on this board" };
    case "tooSlow":
      return { code: closeCodes.tryAgainLater, reason: "reads too slowly" };
    case "storageAway":
      return { code: closeCodes.tryAgainLater, reason: "storage is away" };
  }
}

/** Which refusal a socket was closed with; undefined when its reason is none of ours. */
export function refusalOf(code: number, reason: string): RefusalCode | undefined {
  return refusalCodes.find((refusal) => {
    const close = closeOf(refusal);
    return close.code === code && close.reason === reason;
  });
}
