import { memo } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "#client/board/people.ts";
import { usePeople } from "#client/board/usePresence.ts";
import { Avatar } from "#client/ui/Avatar.tsx";
import { VisuallyHidden } from "#client/ui/VisuallyHidden.tsx";
import styles from "./Avatars.module.css";

const shownMax = 7;

/** Everybody here, those who lead first, with an ink ring. */
export function Avatars() {
  const t = useTranslations("presence");
  const people = usePeople();
  const shown = people.length > shownMax ? people.slice(0, shownMax - 1) : people;
  const others = people.length - shown.length;
  return (
    <ul className={styles.avatars} aria-label={t("present")}>
      {shown.map((person) => (
        <li key={person.id} className={person.role === "facilitator" ? styles.lead : undefined}>
          <PersonAvatar person={person} />
        </li>
      ))}
      {others > 0 && (
        <li className={styles.more}>
          <span aria-hidden>{t("more", { count: others })}</span>
          <VisuallyHidden>{t("moreNames", { count: others })}</VisuallyHidden>
        </li>
      )}
    </ul>
  );
}

const PersonAvatar = memo(function PersonAvatar({ person }: { person: Person }) {
  const t = useTranslations("presence");
  const name = person.isMe ? `${person.name} (${t("you")})` : person.name;
  return <Avatar name={name} color={person.color} lead={person.role === "facilitator"} />;
});
