import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "#client/features/language/LanguageProvider.tsx";
import { languageNames } from "#client/features/language/LanguageSwitch.tsx";
import { ProblemNotice } from "#client/features/language/ProblemNotice.tsx";
import { type BoardAccess, rememberedName } from "#client/savedBoards.ts";
import { Button } from "#client/ui/Button.tsx";
import { Segments } from "#client/ui/Segments.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { locales } from "#shared/sheet/locale.ts";
import styles from "./NewBoardForm.module.css";
import { useNewBoard, type Wish } from "./useNewBoard.ts";

const languages = locales.map((id) => ({ id, label: languageNames[id], lang: id }));

/** A new sheet, or the filled one to look at: both ask the first name of the person who opens it. */
export function NewBoardForm({ onEntered }: { onEntered: (access: BoardAccess) => void }) {
  const t = useTranslations("home");
  const { language } = useLanguage();
  const [title, setTitle] = useState("");
  const [name, setName] = useState(rememberedName);
  const [nameMissing, setNameMissing] = useState(false);
  const [locale, setLocale] = useState(language);
  const [createToken, setCreateToken] = useState("");
  const [tokenAsked, setTokenAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, start } = useNewBoard();
  const firstAsk = problem === "createTokenRequired" && createToken === "";

  async function open(what: Wish["what"]) {
    if (busy) return;
    if (name.trim() === "") {
      setNameMissing(true);
      form.current?.querySelector<HTMLInputElement>("[name=given-name]")?.focus();
      return;
    }
    const access = await start({ what, title: title.trim(), locale, name: name.trim(), createToken });
    if (access) onEntered(access);
  }

  if (problem === "createTokenRequired" && !tokenAsked) setTokenAsked(true);

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        open("sheet");
      }}
    >
      <TextField
        label={t("boardTitle")}
        hint={t("optional")}
        value={title}
        onChange={setTitle}
        maxLength={200}
      />
      <TextField
        label={t("name")}
        name="given-name"
        autoComplete="given-name"
        description={t("nameWhy")}
        error={nameMissing && name.trim() === "" ? t("nameMissing") : undefined}
        value={name}
        onChange={setName}
        maxLength={60}
        required
      />
      <div className={styles.choice}>
        <span aria-hidden="true" className={styles.label}>
          {t("sheetLanguage")}
        </span>
        <Segments label={t("sheetLanguage")} segments={languages} value={locale} onChange={setLocale} />
      </div>
      {tokenAsked && (
        <TextField
          label={t("createToken")}
          type="password"
          autoComplete="current-password"
          description={t("createTokenWhy")}
          value={createToken}
          onChange={setCreateToken}
        />
      )}
      {problem && !firstAsk && <ProblemNotice problem={problem} />}
      <Button type="submit" kind="primary" size="large" wide pending={busy === "sheet"}>
        {busy === "sheet" ? t("creating") : t("create")}
      </Button>
      <section className={styles.example}>
        <div>
          <h3 className={styles.label}>{t("exampleTitle")}</h3>
          <p className={styles.what}>{t.rich("exampleWhat", { sub: (chunks) => <sub>{chunks}</sub> })}</p>
        </div>
        <Button size="large" pending={busy === "example"} onClick={() => open("example")}>
          {busy === "example" ? t("openingExample") : t("openExample")}
        </Button>
      </section>
    </form>
  );
}
