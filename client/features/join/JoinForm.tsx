import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type CallProblem, joinBoard } from "#client/apiClient.ts";
import { ProblemNotice } from "#client/features/language/ProblemNotice.tsx";
import { type BoardAccess, rememberBoard, rememberedName, rememberName } from "#client/savedBoards.ts";
import { Button } from "#client/ui/Button.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Role } from "#shared/access/roles.ts";
import styles from "./JoinForm.module.css";

type Props = {
  boardId: string;
  linkToken: string;
  title: string;
  role: Role;
  /** The access of this browser that entering would replace. */
  saved: BoardAccess | undefined;
  onEntered: (access: BoardAccess) => void;
};

/** The role in words, a first name, one button. */
export function JoinForm({ boardId, linkToken, title, role, saved, onEntered }: Props) {
  const t = useTranslations("join");
  const common = useTranslations("common");
  const [name, setName] = useState(() => saved?.name ?? rememberedName());
  const [nameMissing, setNameMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);

  async function enter(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const firstName = name.trim();
    if (firstName === "") {
      setNameMissing(true);
      form.current?.querySelector<HTMLInputElement>("[name=given-name]")?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    rememberName(firstName);
    const entered = await joinBoard(boardId, linkToken, firstName);
    setBusy(false);
    if (!entered.ok) {
      setProblem(entered.problem);
      return;
    }
    const access: BoardAccess = {
      boardId,
      title,
      role: entered.value.role,
      token: entered.value.token,
      participantId: entered.value.participantId,
      name: firstName,
      // The links that this browser made stay known to it, whatever it enters as.
      ...(saved?.links ? { links: saved.links } : {}),
      lastOpenedAt: Date.now(),
    };
    rememberBoard(access);
    onEntered(access);
  }

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={enter}>
      <p className={styles.role}>{t(`roleIs.${role}`)}</p>
      <TextField
        label={t("name")}
        name="given-name"
        autoComplete="given-name"
        enterKeyHint="go"
        description={t("nameWhy")}
        error={nameMissing && name.trim() === "" ? t("nameMissing") : undefined}
        value={name}
        onChange={setName}
        maxLength={60}
        required
      />
      {saved && <p className={styles.already}>{t("alreadyHere")}</p>}
      {problem && <ProblemNotice problem={problem} />}
      <Button type="submit" kind="primary" size="large" wide pending={busy}>
        {busy ? t("entering") : t("enter")}
      </Button>
      {saved && (
        <Button size="large" wide onClick={() => onEntered(saved)}>
          {t("keep", { role: common(`role.${saved.role}`) })}
        </Button>
      )}
    </form>
  );
}
