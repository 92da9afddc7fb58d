// Who must redraw when a transaction ends: sections subscribe to exactly what they show.
import * as Y from "yjs";
import { type SectionId, sectionOf, sections } from "#shared/sheet/sections.ts";
import { retainedField } from "./prose.ts";
import { arrayRoot, type Board, essentialRoot, notesMap, proseRoot, rowsRoot, textRoot } from "./roots.ts";

type Unsubscribe = () => void;

// A topic is a root's name, "value/<path>" for one key of the values, or "note/<section>".
const valueTopic = (path: string) => `value/${path}`;
const noteTopic = (section: string) => `note/${section}`;

const topicsBySection = new Map<SectionId, ReadonlySet<string>>(
  sections.map((section) => [section.id, topicsOf(section.id)]),
);

function topicsOf(sectionId: SectionId): Set<string> {
  const topics = new Set<string>([
    noteTopic(sectionId),
    essentialRoot(sectionId),
    proseRoot(sectionId, retainedField),
  ]);
  for (const block of sectionOf(sectionId).blocks) {
    if (block.type === "rows") topics.add(rowsRoot(block.list));
    for (const field of block.fields) {
      if (field.refList !== undefined) topics.add(rowsRoot(field.refList));
      if (block.type === "fields") {
        topics.add(valueTopic(field.path));
        topics.add(textRoot(field.path));
        topics.add(arrayRoot(field.path));
        if (field.type === "richtext") topics.add(proseRoot(sectionId, field.id));
      }
    }
  }
  return topics;
}

type Dispatcher = {
  sections: Map<() => void, ReadonlySet<string>>;
  noteSections: Map<string, unknown>;
};

const dispatchers = new WeakMap<Board, Dispatcher>();

function dispatcherOf(board: Board): Dispatcher {
  const existing = dispatchers.get(board);
  if (existing !== undefined) return existing;
  const dispatcher: Dispatcher = { sections: new Map(), noteSections: new Map() };
  for (const id of notesMap(board).keys()) dispatcher.noteSections.set(id, sectionOfNote(board, id));
  board.on("afterTransaction", (transaction: Y.Transaction) => {
    if (transaction.changedParentTypes.size === 0) return;
    const touched = touchedTopics(board, transaction, dispatcher);
    for (const [onChange, topics] of [...dispatcher.sections]) {
      if ([...touched].some((topic) => topics.has(topic))) onChange();
    }
  });
  dispatchers.set(board, dispatcher);
  return dispatcher;
}

function sectionOfNote(board: Board, id: string): unknown {
  const entry = notesMap(board).get(id);
  return entry instanceof Y.Map ? entry.get("section") : undefined;
}

function touchedTopics(board: Board, transaction: Y.Transaction, dispatcher: Dispatcher): Set<string> {
  const topics = new Set<string>();
  for (const [type, events] of transaction.changedParentTypes) {
    if (type._item !== null) continue;
    const root = Y.findRootTypeKey(type);
    if (root === "values") {
      for (const event of events) {
        for (const key of event.changes.keys.keys()) topics.add(valueTopic(key));
      }
    } else if (root === "notes") {
      for (const id of touchedNotes(events)) {
        // Where it was and where it is: a note that moves touches both sections.
        const now = sectionOfNote(board, id);
        topics.add(noteTopic(String(dispatcher.noteSections.get(id))));
        topics.add(noteTopic(String(now)));
        if (now === undefined) dispatcher.noteSections.delete(id);
        else dispatcher.noteSections.set(id, now);
      }
    } else topics.add(root);
  }
  return topics;
}

function touchedNotes(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>();
  for (const { target, changes } of events) {
    const id = keyBelowRoot(target);
    if (id !== null) ids.add(id);
    else for (const key of changes.keys.keys()) ids.add(key);
  }
  return ids;
}

// The key, in the root map, of the entry that this type is or lies in; null for the root itself.
// (A YEvent's own path starts at its current target, which after a transaction is not the root.)
function keyBelowRoot(type: Y.AbstractType<unknown>): string | null {
  const item = type._item;
  if (item === null) return null;
  const parent = item.parent;
  return parent instanceof Y.AbstractType && parent._item !== null ? keyBelowRoot(parent) : item.parentSub;
}

/** Calls once per transaction that touched anything the section shows, the rows it refers to included. */
export function subscribeToSection(board: Board, sectionId: SectionId, onChange: () => void): Unsubscribe {
  return subscribe(board, topicsBySection.get(sectionId) ?? new Set(), onChange);
}

/** Calls once per transaction that touched the board's title. */
export function subscribeToTitle(board: Board, onChange: () => void): Unsubscribe {
  return subscribe(board, new Set([textRoot("title")]), onChange);
}

function subscribe(board: Board, topics: ReadonlySet<string>, onChange: () => void): Unsubscribe {
  const { sections: watched } = dispatcherOf(board);
  // A wrapper of its own, so that one function may watch two things.
  const call = () => onChange();
  watched.set(call, topics);
  return () => watched.delete(call);
}

/** Calls once per transaction that changed anything. */
export function subscribeToBoard(board: Board, onChange: () => void): Unsubscribe {
  const call = (transaction: Y.Transaction) => {
    if (transaction.changedParentTypes.size > 0) onChange();
  };
  board.on("afterTransaction", call);
  return () => board.off("afterTransaction", call);
}
