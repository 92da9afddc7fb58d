import { Avatar } from "#client/ui/Avatar.tsx";
import { colorFor } from "#shared/sync/personColor.ts";

const noneTaken: ReadonlySet<never> = new Set();

/** The circle of a person of the project: always the same colour for the same person. */
export function PersonMark({ id, name }: { id: string; name: string }) {
  return <Avatar name={name === "" ? "?" : name} color={colorFor(id, noneTaken)} size="small" beside />;
}
