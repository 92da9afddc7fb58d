// Why the server closed for good (close codes 4400-4499), as the interface tells people apart.
import { closeCodes, refusalOf } from "#shared/sync/closeCodes.ts";

export type RefusedReason =
  /** The link was taken back, or the board is gone. */
  | "accessLost"
  /** An update was refused: this replica and the board have parted. */
  | "updateRefused"
  /** The section was locked, or kept for others, while it was being written in. */
  | "placeNotAllowed"
  /** The board is an earlier one now, from a backup. */
  | "boardRestored"
  | "tooLarge"
  | "tooFast"
  /** This page is of an earlier version of the program: it would damage what it does not know. */
  | "clientTooOld"
  /** Another version of the program. */
  | "notTheProtocol";

export function reasonOfClose(code: number, reason: string): RefusedReason {
  const refusal = refusalOf(code, reason);
  if (refusal === "placeNotAllowed" || refusal === "boardRestored" || refusal === "clientTooOld")
    return refusal;
  switch (code) {
    case closeCodes.unknownToken:
    case closeCodes.revoked:
    case closeCodes.noSuchBoard:
      return "accessLost";
    case closeCodes.updateRefused:
      return "updateRefused";
    case closeCodes.tooLarge:
      return "tooLarge";
    case closeCodes.tooFast:
      return "tooFast";
    default:
      return "notTheProtocol";
  }
}
