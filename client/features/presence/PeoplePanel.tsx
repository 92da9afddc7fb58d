import { PencilLine, QrCode } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "#client/board/people.ts";
import { usePeople } from "#client/board/usePresence.ts";
import { useBoardLocale } from "#client/board/useSection.ts";
import { Avatar } from "#client/ui/Avatar.tsx";
import { Button } from "#client/ui/Button.tsx";
import { phaseClass } from "#client/ui/phaseClass.ts";
import type { Locale } from "#shared/sheet/locale.ts";
import { phases } from "#shared/sheet/phases.ts";
import { type SectionId, sectionOf } from "#shared/sheet/sections.ts";
import styles from "./PeoplePanel.module.css";

type Props = {
  onGo: (section: SectionId) => void;
  /** Shows the room the way in; only for those who may give links. */
  onShowCode?: (() => void) | undefined;
};

/** Who is here, in which role, in which section; and the way in for the others. */
export function PeoplePanel({ onGo, onShowCode }: Props) {
  const t = useTranslations("presence");
  const people = usePeople();
  return (
    <div className={styles.panel}>
      <ul className={styles.people}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} onGo={onGo} />
        ))}
      </ul>
      {onShowCode && (
        <div className={styles.join}>
          <QrCode aria-hidden className={styles.joinIcon} />
          <p className={styles.joinWords}>
            <b>{t("letIn")}</b>
            <span>{t("letInHow")}</span>
          </p>
          <Button onClick={onShowCode}>
            <QrCode aria-hidden />
            {t("showCode")}
          </Button>
        </div>
      )}
    </div>
  );
}

type RowProps = { person: Person; onGo: (section: SectionId) => void };

const PersonRow = memo(function PersonRow({ person, onGo }: RowProps) {
  const t = useTranslations("presence");
  const common = useTranslations("common");
  return (
    <li className={styles.person}>
      <span className={styles.avatar}>
        <Avatar name={person.name} color={person.color} lead={person.role === "facilitator"} beside />
      </span>
      <div className={styles.who}>
        <b className={styles.name}>
          {person.name} {person.isMe && <span className={styles.you}>({t("you")})</span>}
        </b>
        <span className={styles.role}>{common(`role.${person.role}`)}</span>
      </div>
      <Whereabouts person={person} onGo={onGo} />
    </li>
  );
});

function Whereabouts({ person, onGo }: RowProps) {
  const t = useTranslations("presence");
  const locale = useBoardLocale();
  const { section, isMe, name, typing } = person;
  if (section === null) return <span className={styles.onSheet}>{t("onSheet")}</span>;
  const place = placeOf(section, locale);
  const chip = (
    <span className={`${styles.chip} ${phaseClass(sectionOf(section).phase)}`}>
      {typing && <PencilLine aria-hidden />}
      {place}
    </span>
  );
  if (isMe) return chip;
  return (
    <button
      type="button"
      className={styles.go}
      aria-label={t("goTo", { section: place, name })}
      onClick={() => onGo(section)}
    >
      {chip}
    </button>
  );
}

/** With the number of its band: the same heading stands in several of them. */
function placeOf(section: SectionId, locale: Locale): string {
  const { heading, phase } = sectionOf(section);
  const number = phases.find(({ id }) => id === phase)?.number ?? null;
  return number === null ? heading[locale] : `${number} ${heading[locale]}`;
}
