// This tab's presence: who I am, where I am, what I do. Sent to the others, never stored.
import { Awareness } from "y-protocols/awareness";
import type { Role } from "#shared/access/roles.ts";
import type { Board } from "#shared/board/roots.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import { colorFor, type PersonColor } from "#shared/sync/personColor.ts";
import type { PresenceState, SheetPoint } from "./presenceState.ts";

export type Me = { readonly id: string; readonly name: string; readonly color: PersonColor };

// 20 a second are enough for a cursor that glides: the others draw what lies between.
const cursorIntervalMs = 50;
const typingLastsMs = 2_500;

export class Presence {
  readonly awareness: Awareness;
  #me: Me;
  #state: Omit<PresenceState, "user">;
  #cursorTimer: ReturnType<typeof setTimeout> | undefined;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(board: Board, person: { id: string; name: string; role: Role }) {
    this.awareness = new Awareness(board);
    this.#me = { id: person.id, name: person.name, color: colorFor(person.id, new Set()) };
    this.#state = { role: person.role, section: null, cursor: null, field: null, typing: false };
    document.addEventListener("visibilitychange", this.#onVisibility);
    this.#tell();
  }

  get me(): Me {
    return this.#me;
  }

  /** Calls when my name or colour changed. */
  subscribeToMe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Name and colour are the server's. */
  become(me: Me): void {
    const { id, name, color } = this.#me;
    if (me.id === id && me.name === name && me.color === color) return;
    this.#me = me;
    this.#tell();
    for (const listener of [...this.#listeners]) listener();
  }

  setSection(section: SectionId | null): void {
    if (this.#state.section === section) return;
    this.#state = { ...this.#state, section, field: null, typing: false };
    this.#tell();
  }

  setField(field: string | null): void {
    if (this.#state.field === field) return;
    this.#state = { ...this.#state, field };
    this.#tell();
  }

  /** To call at every keystroke; ends by itself. */
  setTyping(): void {
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#setTyping(false), typingLastsMs);
    this.#setTyping(true);
  }

  #setTyping(typing: boolean): void {
    if (this.#state.typing === typing) return;
    this.#state = { ...this.#state, typing };
    this.#tell();
  }

  /** Null when the pointer left the sheet: told at once, so that no cursor stays behind. */
  setCursor(cursor: SheetPoint | null): void {
    if (cursor === null && this.#state.cursor === null) return;
    this.#state = { ...this.#state, cursor };
    if (cursor === null) this.#tell();
    else
      this.#cursorTimer ??= setTimeout(() => {
        this.#cursorTimer = undefined;
        this.#tell();
      }, cursorIntervalMs);
  }

  #tell(): void {
    if (document.hidden) return;
    if (this.#state.cursor === null) {
      clearTimeout(this.#cursorTimer);
      this.#cursorTimer = undefined;
    }
    // What is there already may hold the editor's caret, which is not ours to drop.
    this.awareness.setLocalState({
      ...this.awareness.getLocalState(),
      user: { ...this.#me },
      ...this.#state,
    });
  }

  // A hidden tab leaves: on a phone its timers stop, and it could not say so later.
  readonly #onVisibility = () => {
    this.#state = { ...this.#state, cursor: null, typing: false };
    if (document.hidden) this.awareness.setLocalState(null);
    else this.#tell();
  };

  close(): void {
    document.removeEventListener("visibilitychange", this.#onVisibility);
    clearTimeout(this.#cursorTimer);
    clearTimeout(this.#typingTimer);
    this.awareness.destroy();
  }
}
