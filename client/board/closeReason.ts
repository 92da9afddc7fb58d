// Why the server closed for good (close codes 4400-4499), as the interface tells people apart.
import { closeCodes } from "#shared/sync/closeCodes.ts";

export type RefusedReason =
  /** The link was taken back, or the board is gone. */
  | "accessLost"
  /** An update was refused: this replica and the board have parted. */
  | "updateRefused"
  | "tooLarge"
  | "tooFast"
  /** Another version of the program. */
  | "notTheProtocol";

export function reasonOfClose(code: number): RefusedReason {
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
