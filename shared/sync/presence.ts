// The payload of a presence frame (y-protocols' awareness): who is where, as JSON, per Yjs client id.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** `state` is JSON, "null" for somebody who left; the higher clock is the newer. */
export type PresenceEntry = { client: number; clock: number; state: string };

export const noPresence = "null";

/** Undefined when the bytes are not a list of entries. */
export function decodePresence(bytes: Uint8Array): PresenceEntry[] | undefined {
  const decoder = decoding.createDecoder(bytes);
  const entries: PresenceEntry[] = [];
  try {
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      entries.push({
        client: decoding.readVarUint(decoder),
        clock: decoding.readVarUint(decoder),
        state: decoding.readVarString(decoder),
      });
    }
    return entries;
  } catch {
    // lib0 throws where the bytes end too early, and on text that is not UTF-8.
    return undefined;
  }
}

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}
