import { createRequire } from "node:module";
import type { Writable } from "node:stream";

// The one of ws that its client reads with; its types leave it out.
const { Receiver }: { Receiver: new (options: { isServer: boolean }) => Writable } = createRequire(
  import.meta.url,
)("ws");

/** What a WebSocket reads from these bytes. */
export async function readMessages(bytes: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const receiver = new Receiver({ isServer: false });
  const heard: Uint8Array[] = [];
  receiver.on("message", (data: Buffer) => heard.push(new Uint8Array(data)));
  await new Promise((resolve) => receiver.write(Buffer.concat(bytes), resolve));
  return heard;
}
