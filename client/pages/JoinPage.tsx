import { type ReactNode, useEffect } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import type { CallProblem } from "#client/apiClient.ts";
import { DrawnSheet } from "#client/features/drawnSheet/DrawnSheet.tsx";
import { JoinForm } from "#client/features/join/JoinForm.tsx";
import { useInvitation } from "#client/features/join/useInvitation.ts";
import type { BoardAccess } from "#client/savedBoards.ts";
import { Button } from "#client/ui/Button.tsx";
import { buttonClass } from "#client/ui/buttonClass.ts";
import { ArrivalFrame } from "./ArrivalFrame.tsx";
import styles from "./JoinPage.module.css";

type Props = {
  boardId: string;
  linkToken: string;
  saved: BoardAccess | undefined;
  onEntered: (access: BoardAccess) => void;
};

/** Behind a link: what it opens, and a first name. */
export function JoinPage({ boardId, linkToken, saved, onEntered }: Props) {
  const t = useTranslations("join");
  const common = useTranslations("common");
  const invitation = useInvitation(boardId, linkToken, saved);
  const known = invitation.state === "known" ? invitation.access : undefined;
  useEffect(() => {
    if (known) onEntered(known);
  }, [known, onEntered]);

  switch (invitation.state) {
    case "asking":
    case "known":
      return <JoinDesk page={t("eyebrow")} title={t("asking")} />;
    case "invited": {
      const title = invitation.title || common("untitled");
      return (
        <JoinDesk page={title} eyebrow={t("eyebrow")} title={title} sheetTitle={invitation.title}>
          <JoinForm
            boardId={boardId}
            linkToken={linkToken}
            title={invitation.title}
            role={invitation.role}
            saved={saved}
            onEntered={onEntered}
          />
        </JoinDesk>
      );
    }
    case "refused":
      return <Refused problem={invitation.problem} retry={invitation.retry} />;
  }
}

/** Nothing in the address and nothing kept here: nobody can be let in. */
export function LinkNeededPage() {
  const t = useTranslations("join");
  return (
    <JoinDesk page={t("noLinkTitle")} title={t("noLinkTitle")}>
      <p className={styles.text}>{t("noLinkText")}</p>
      <WayHome />
    </JoinDesk>
  );
}

function Refused({ problem, retry }: { problem: CallProblem; retry: () => void }) {
  const t = useTranslations("join");
  const common = useTranslations("common");
  const problems = useTranslations("problems");
  if (problem === "boardNotFound") {
    return (
      <JoinDesk page={t("wrongLinkTitle")} title={t("wrongLinkTitle")}>
        <p className={styles.text} role="alert">
          {t("wrongLinkText")}
        </p>
        <WayHome />
      </JoinDesk>
    );
  }
  const away = problem === "unreachable";
  const title = away ? t("unreachableTitle") : t("troubleTitle");
  return (
    <JoinDesk page={title} title={title}>
      <p className={styles.text} role="alert">
        {away ? t("unreachableText") : problems(problem)}
      </p>
      <Button kind="primary" size="large" wide onClick={retry}>
        {common("retry")}
      </Button>
      <WayHome />
    </JoinDesk>
  );
}

function WayHome() {
  const t = useTranslations("common");
  return (
    <Link href="/" className={buttonClass({ size: "large", wide: true })}>
      {t("backHome")}
    </Link>
  );
}

type DeskProps = { page: string; eyebrow?: string; title: string; sheetTitle?: string; children?: ReactNode };

/** The card of the person who arrives, beside the sheet that waits. */
function JoinDesk({ page, eyebrow, title, sheetTitle, children }: DeskProps) {
  return (
    <ArrivalFrame page={page}>
      <div className={styles.page}>
        <div className={styles.sheet}>
          <DrawnSheet state="blank" {...(sheetTitle ? { title: sheetTitle } : {})} />
        </div>
        <section className={styles.card}>
          {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
          <h1 className={styles.title}>{title}</h1>
          {children}
        </section>
      </div>
    </ArrivalFrame>
  );
}
