// The carets of an editor, within our presence. The editor's plugin speaks of "cursor", which on our wire is the
// pointer on the sheet; and it would draw everybody anew each time somebody's pointer moves.
import type { Awareness } from "y-protocols/awareness";
import { type PresenceState, parsePresence } from "#client/board/presenceState.ts";

const caretField = "caret";

type Seen = { user: { name: string; who: PresenceState["user"]["color"]; color: string }; cursor: unknown };

export function caretAwareness(awareness: Awareness) {
  const wrapped = new Map<() => void, () => void>();
  const seen = () => new Map([...awareness.getStates()].map(([client, state]) => [client, seenIn(state)]));
  return {
    get states() {
      return seen();
    },
    getStates: seen,
    getLocalState: () => ({ cursor: awareness.getLocalState()?.[caretField] ?? null }),
    setLocalStateField: (field: string, value: unknown) => {
      // The extension also names the person; our presence has done so already.
      if (field === "cursor" && awareness.getLocalState() !== null)
        awareness.setLocalStateField(caretField, value);
    },
    on: (event: "change" | "update", listener: () => void) => {
      let last = said(awareness);
      const onlyCarets = () => {
        const now = said(awareness);
        if (now === last) return;
        last = now;
        listener();
      };
      wrapped.set(listener, onlyCarets);
      awareness.on(event, onlyCarets);
    },
    off: (event: "change" | "update", listener: () => void) => {
      const onlyCarets = wrapped.get(listener);
      if (onlyCarets !== undefined) awareness.off(event, onlyCarets);
    },
  };
}

function seenIn(state: Record<string, unknown>): Seen | Record<string, never> {
  const person = parsePresence(state);
  if (person === null) return {};
  const { name, color } = person.user;
  return { user: { name, who: color, color: colorToken(color) }, cursor: state[caretField] ?? null };
}

// The plugin only believes in colours of six digits; what is drawn takes its colour from the class.
function colorToken(color: PresenceState["user"]["color"]): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--who-${color}`).trim();
}

function said(awareness: Awareness): string {
  return JSON.stringify(
    [...awareness.getStates()].map(([client, state]) => [
      client,
      state[caretField],
      parsePresence(state)?.user,
    ]),
  );
}
