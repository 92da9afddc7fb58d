// The types of the record, read off the table of entities.
import type { EnumId, EnumValue } from "#shared/sheet/enums.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import type { EntityId, entities } from "./entities.ts";

type Split<T extends string> = T extends `${infer Head}|${infer Tail}` ? Head | Split<Tail> : T;

type Value<T extends string> = T extends `enum:${infer E extends EnumId}`
  ? EnumValue<E>
  : T extends `one:${infer U}`
    ? Split<U>
    : T extends `obj:${infer E extends EntityId}`
      ? Entity<E>
      : T extends `list:${infer E extends EntityId}`
        ? Entity<E>[]
        : T extends "int[]"
          ? number[]
          : T extends "str[]" | `ref[]:${string}`
            ? string[]
            : T extends "num" | `num(${string}` | `int(${string}` | "eur" | "seur"
              ? number
              : T extends "bool"
                ? boolean
                : T extends "notes"
                  ? { [S in SectionId]?: string[] }
                  : T extends "texts"
                    ? { [S in SectionId]?: string }
                    : string;

type IsWhole<T extends string> = T extends
  | `obj:${string}`
  | `list:${string}`
  | `${string}[]${string}`
  | "notes"
  | "texts"
  ? true
  : false;

type FieldValue<S extends string> = S extends `${infer T} ${infer Need}`
  ? Need extends "K"
    ? Value<T>
    : IsWhole<T> extends true
      ? Value<T>
      : Value<T> | null
  : never;

type Table<E extends EntityId> = (typeof entities)[E];
type Needed<S> = S extends `${string} ${"K" | "R"}` ? true : false;

export type Entity<E extends EntityId> = {
  -readonly [F in keyof Table<E> as Needed<Table<E>[F]> extends true ? F : never]: FieldValue<
    Table<E>[F] & string
  >;
} & {
  -readonly [F in keyof Table<E> as Needed<Table<E>[F]> extends true ? never : F]?: FieldValue<
    Table<E>[F] & string
  >;
};

/** The structured project record: what `GET /api/boards/:id/record` answers. */
export type ProjectRecord = Entity<"project">;
