import { useTranslations } from "use-intl";
import type { Person } from "#client/board/people.ts";
import { usePeopleIn } from "#client/board/usePresence.ts";
import { personClass } from "#client/ui/personClass.ts";
import type { SectionId } from "#shared/sheet/sections.ts";
import styles from "./SectionFlag.module.css";

/** On a section where others are: an outline in the writer's colour and who it is, hanging below. */
export function SectionFlag({ sectionId }: { sectionId: SectionId }) {
  const t = useTranslations("presence");
  const people = usePeopleIn(sectionId);
  const writers = people.filter((person) => person.typing);
  const named = writers.length > 0 ? writers : people;
  const [first] = named;
  if (first === undefined) return null;
  const isWritten = writers.length > 0;
  const look = [styles.flag, personClass(first.color), isWritten && styles.writing];
  return (
    <span className={look.filter(Boolean).join(" ")}>
      <span className={styles.name}>{whoIn(named, first, isWritten, t)}</span>
    </span>
  );
}

function whoIn(
  named: readonly Person[],
  { name }: Person,
  isWritten: boolean,
  t: ReturnType<typeof useTranslations<"presence">>,
): string {
  const [, second, third] = named;
  if (second === undefined) return isWritten ? t("writes", { name }) : name;
  if (third === undefined) return t("two", { name, other: second.name });
  return t("many", { name, count: named.length - 1 });
}
