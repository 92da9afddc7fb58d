import { WebSocket } from "ws";
import { closeCodes } from "#shared/sync/closeCodes.ts";

// What `ws` closes with by itself when frames are not WebSocket's, or a message is too large.
const own: Record<number, { code: number; reason: string }> = {
  1002: { code: closeCodes.notTheProtocol, reason: "not a WebSocket frame" },
  1007: { code: closeCodes.notTheProtocol, reason: "text that is not UTF-8" },
  1008: { code: closeCodes.tooLarge, reason: "too many fragments" },
  1009: { code: closeCodes.tooLarge, reason: "frame too large" },
};

/** A socket whose refusals are all ours: a code below 4400 would be retried for ever. */
export class BoardSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    // `ws` gives a reason only when it answers the other side's close.
    const refusal = code === undefined || reason !== undefined ? undefined : own[code];
    if (refusal === undefined) super.close(code, reason);
    else super.close(refusal.code, refusal.reason);
  }
}
