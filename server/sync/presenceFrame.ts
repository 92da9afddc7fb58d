import { encodeFrame } from "#shared/sync/frames.ts";
import { encodePresence, type PresenceEntry } from "#shared/sync/presence.ts";

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  return encodeFrame({ type: "presence", presence: encodePresence(entries) });
}
