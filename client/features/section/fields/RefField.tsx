import { UserPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { ChoiceButton } from "./ChoiceButton.tsx";
import type { ControlProps } from "./FieldControl.tsx";
import { Nothing } from "./Nothing.tsx";
import { PersonMark } from "./PersonMark.tsx";
import styles from "./RefField.module.css";
import { fullName } from "./refNames.ts";
import { useAddPerson } from "./useAddPerson.ts";
import { useReferables } from "./useReferables.ts";

/** One person, action, objective, indicator, body: chosen by typing some of its name. */
export function RefField({ field, place, value, naming, look }: ControlProps) {
  const t = useTranslations("fields");
  const referables = useReferables(field);
  const create = useAddPerson(field, (id) => place.write(id));
  const isPerson = field.refList === "people";
  const chosen = typeof value === "string" && value !== "" ? value : undefined;
  const referred = referables.find(({ id }) => id === chosen);
  const nothing = t(field.required ? (isPerson ? "assign" : "choose") : "none");
  const name =
    chosen === undefined
      ? undefined
      : referred === undefined
        ? t("removedRow")
        : fullName(referred, t("nameless"));
  return (
    <ChoiceButton
      naming={naming}
      look={look}
      choices={referables.map((one) => ({
        id: one.id,
        label: fullName(one, t("nameless")),
        mark: isPerson ? <PersonMark id={one.id} name={one.name} /> : undefined,
      }))}
      selected={chosen === undefined ? [] : [chosen]}
      onChange={([next]) => place.write(next)}
      valueText={name ?? nothing}
      isEmpty={chosen === undefined}
      isMissing={field.required}
      clearLabel={t("remove")}
      {...(create && { create })}
    >
      {isPerson && referred !== undefined && <PersonMark id={referred.id} name={referred.name} />}
      {isPerson && chosen === undefined && field.required && <UserPlus aria-hidden size={18} />}
      <span className={styles.name} title={look === "cell" ? name : undefined}>
        {name ?? <Nothing words={nothing} isQuiet={look === "cell" && !field.required} />}
      </span>
    </ChoiceButton>
  );
}
