import { useRef, useState } from "react";
import { type CallProblem, createBoard, joinBoard, type Result } from "#client/apiClient.ts";
import { type BoardAccess, rememberBoard, rememberName } from "#client/savedBoards.ts";
import type { CreatedBoard, NewBoard } from "#shared/api.ts";
import type { Locale } from "#shared/sheet/locale.ts";

export type Wish = {
  what: "sheet" | "example";
  title: string;
  locale: Locale;
  name: string;
  createToken: string;
};

type Progress = { busy: Wish["what"] | null; problem: CallProblem | null };

/** Makes a board and enters it as its facilitator. What was made is kept until it is entered: a second try only enters. */
export function useNewBoard(): Progress & { start: (wish: Wish) => Promise<BoardAccess | undefined> } {
  const [progress, setProgress] = useState<Progress>({ busy: null, problem: null });
  const notEntered = useRef<{ wish: string; board: CreatedBoard } | null>(null);

  async function make(wish: Wish): Promise<Result<CreatedBoard>> {
    const sameWish = JSON.stringify([wish.what, wish.title, wish.locale]);
    if (notEntered.current?.wish === sameWish) return { ok: true, value: notEntered.current.board };
    const made = await createBoard(await bodyOf(wish), wish.createToken);
    if (made.ok) notEntered.current = { wish: sameWish, board: made.value };
    return made;
  }

  async function start(wish: Wish): Promise<BoardAccess | undefined> {
    setProgress({ busy: wish.what, problem: null });
    rememberName(wish.name);
    const made = await make(wish);
    if (!made.ok) {
      setProgress({ busy: null, problem: made.problem });
      return undefined;
    }
    const { id, links } = made.value;
    const entered = await joinBoard(id, links.facilitator.token, wish.name);
    if (!entered.ok) {
      setProgress({ busy: null, problem: entered.problem });
      return undefined;
    }
    notEntered.current = null;
    const access: BoardAccess = {
      boardId: id,
      title: wish.what === "example" ? await exampleTitle() : wish.title,
      role: entered.value.role,
      token: entered.value.token,
      participantId: entered.value.participantId,
      name: wish.name,
      links,
      lastOpenedAt: Date.now(),
    };
    rememberBoard(access);
    return access;
  }

  return { ...progress, start };
}

async function bodyOf(wish: Wish): Promise<NewBoard> {
  if (wish.what === "example") return { locale: "fr", record: await exampleRecord() };
  return wish.title ? { title: wish.title, locale: wish.locale } : { locale: wish.locale };
}

// 47 kB that only those who open the example download.
async function exampleRecord() {
  return (await import("./exampleRecord.fr.json")).default;
}

async function exampleTitle(): Promise<string> {
  return (await exampleRecord()).title;
}
