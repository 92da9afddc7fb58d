import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { ChoiceButton } from "./ChoiceButton.tsx";
import { setItems } from "./editItems.ts";
import type { ControlProps } from "./FieldControl.tsx";
import { Nothing } from "./Nothing.tsx";
import { nameProps } from "./naming.ts";
import { PersonMark } from "./PersonMark.tsx";
import { RefSummary } from "./RefSummary.tsx";
import styles from "./RefsField.module.css";
import { fullName, type Referable } from "./refNames.ts";
import { useAddPerson } from "./useAddPerson.ts";
import { useReferables } from "./useReferables.ts";

/** Several persons, actions, objectives, indicators. */
export function RefsField({ field, place, value, naming, look }: ControlProps) {
  const t = useTranslations("fields");
  const referables = useReferables(field);
  const ids = (Array.isArray(value) ? value : []).filter((id): id is string => typeof id === "string");
  const create = useAddPerson(field, (id) => write([...ids, id]));
  const isPeople = field.refList === "people";
  const write = (next: string[]) => setItems(place.itemsForWriting(), next);
  const referred = ids.map<Referable>(
    (id) => referables.find((one) => one.id === id) ?? { id, name: t("removedRow"), number: undefined },
  );
  const names = referred.map((one) => fullName(one, t("nameless"))).join(", ");
  const nothing = t(field.required ? (isPeople ? "assign" : "link") : "none");
  const button = (
    <ChoiceButton
      naming={look === "form" ? { id: naming.id, label: t("addTo", { label: naming.label }) } : naming}
      look={look}
      several
      choices={referables.map((one) => ({
        id: one.id,
        label: fullName(one, t("nameless")),
        mark: isPeople ? <PersonMark id={one.id} name={one.name} /> : undefined,
      }))}
      selected={ids}
      onChange={write}
      valueText={names === "" ? nothing : names}
      isEmpty={look === "cell" && ids.length === 0}
      isMissing={field.required}
      clearLabel={t("removeAll")}
      {...(create && { create })}
    >
      {look === "form" ? (
        <>
          <Plus aria-hidden size={18} />
          {t("add")}
        </>
      ) : referred.length === 0 ? (
        <Nothing words={nothing} isQuiet={!field.required} />
      ) : (
        <RefSummary referred={referred} isPeople={isPeople} />
      )}
    </ChoiceButton>
  );
  if (look === "cell") return button;
  return (
    <fieldset {...nameProps({ ...naming, id: `${naming.id}-all` })} className={styles.refs}>
      {referred.length > 0 && (
        <ul className={styles.chips}>
          {referred.map((one) => (
            <li key={one.id} className={styles.chip}>
              {isPeople && <PersonMark id={one.id} name={one.name} />}
              <span className={styles.name}>{fullName(one, t("nameless"))}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t("removeOne", { name: fullName(one, t("nameless")) })}
                onClick={() => write(ids.filter((id) => id !== one.id))}
              >
                <X aria-hidden size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.add}>{button}</div>
    </fieldset>
  );
}
