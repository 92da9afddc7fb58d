import { expect, test } from "vitest";
import { contentHead, messageOf, updateMessages, updatesIn } from "#server/sync/messages.ts";
import { decodeFrame, encodeFrame } from "#shared/sync/frames.ts";
import { readMessages } from "#tests/support/messages.ts";
import { randomFrom } from "#tests/support/random.ts";

// Around every bound of the two lengths that a message has.
const sizes = [0, 1, 120, 121, 122, 123, 124, 126, 127, 128, 200, 16_383, 16_384, 65_530, 65_536, 200_000];

function bytesOf(size: number): Uint8Array {
  const random = randomFrom(size);
  return Uint8Array.from({ length: size }, () => random() * 256);
}

/** Two texts are compared much faster than two arrays. */
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

test("updates laid out in one buffer are one message each, and can be taken out again", async () => {
  const updates = sizes.map(bytesOf);
  const messages = updateMessages(updates);
  const frames = (await readMessages([messages])).map(decodeFrame);
  const told = frames.flatMap((frame) => (frame?.type === "update" ? [frame.update] : []));
  expect(told.map(textOf)).toEqual(updates.map(textOf));
  expect(updatesIn(messages).map(textOf)).toEqual(updates.map(textOf));
});

test("a head and the content behind it are one message", async () => {
  for (const size of sizes) {
    const update = bytesOf(size);
    const heard = await readMessages([contentHead("syncStep2", size), update]);
    const [frame] = heard.map(decodeFrame);
    expect(frame?.type === "syncStep2" && textOf(frame.update)).toBe(textOf(update));
  }
});

test("any frame is a message", async () => {
  const frame = { type: "position", seq: 12_345_678 } as const;
  const heard = await readMessages([messageOf(encodeFrame(frame))]);
  expect(heard.map(decodeFrame)).toEqual([frame]);
});
