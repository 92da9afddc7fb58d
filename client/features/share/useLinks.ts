import { useCallback, useEffect, useState } from "react";
import {
  type CallProblem,
  createLink,
  joinBoard,
  type Result,
  readLinks,
  revokeLink,
} from "#client/apiClient.ts";
import { type BoardAccess, type BoardLinks, rememberBoard, savedBoard } from "#client/savedBoards.ts";
import type { Role } from "#shared/access/roles.ts";
import type { LinkSummary } from "#shared/api.ts";

type Known = { links: readonly LinkSummary[]; urls: BoardLinks };

type State = { known: Known | null; problem: CallProblem | null; busy: Role | null };

/** The links of a board: those that the server keeps, with the addresses that this browser knows. */
export function useLinks(access: BoardAccess) {
  const { boardId, token, role: ownRole } = access;
  const [state, setState] = useState<State>({ known: null, problem: null, busy: null });

  const refresh = useCallback(async (): Promise<Result<unknown>> => {
    const links = await readLinks(boardId, token);
    if (!links.ok) return links;
    const urls = savedBoard(boardId)?.links ?? {};
    setState((before) => ({ ...before, known: { links: links.value, urls } }));
    return links;
  }, [boardId, token]);

  const act = useCallback(async (role: Role | null, action: () => Promise<Result<unknown>>) => {
    setState((before) => ({ ...before, busy: role, problem: null }));
    const done = await action();
    setState((before) => ({ ...before, busy: null, problem: done.ok ? null : done.problem }));
  }, []);

  useEffect(() => {
    act(null, refresh);
  }, [act, refresh]);

  /** Adds a link, then takes back those of the same role: at no moment is there none. */
  async function replaceLinks(role: Role): Promise<Result<unknown>> {
    const made = await createLink(boardId, token, role);
    if (!made.ok) return made;
    const { url, token: linkToken } = made.value;
    rememberLink(role, { url, token: linkToken });
    const old = state.known?.links.filter((link) => link.role === role) ?? [];
    if (role !== ownRole) {
      const revoked = await revokeAll(old, token);
      return revoked.ok ? refresh() : revoked;
    }
    // Our own access came from the link that goes: enter by the new one first.
    const entered = await joinBoard(boardId, linkToken, access.name);
    if (!entered.ok) return entered;
    const saved = savedBoard(boardId) ?? access;
    rememberBoard({ ...saved, token: entered.value.token, participantId: entered.value.participantId });
    const revoked = await revokeAll(old, entered.value.token);
    location.reload();
    return revoked;
  }

  async function withdrawLinks(role: Role): Promise<Result<unknown>> {
    const old = state.known?.links.filter((link) => link.role === role) ?? [];
    const revoked = await revokeAll(old, token);
    if (!revoked.ok) return revoked;
    rememberLink(role, undefined);
    return refresh();
  }

  async function revokeAll(links: readonly LinkSummary[], by: string): Promise<Result<unknown>> {
    for (const link of links) {
      const revoked = await revokeLink(boardId, by, link.id);
      if (!revoked.ok && revoked.problem !== "linkNotFound") return revoked;
    }
    return { ok: true, value: undefined };
  }

  function rememberLink(role: Role, link: BoardLinks[Role]) {
    const saved = savedBoard(boardId) ?? access;
    const { [role]: _old, ...others } = saved.links ?? {};
    rememberBoard({ ...saved, links: link ? { ...others, [role]: link } : others });
  }

  return {
    ...state,
    retry: () => act(null, refresh),
    replace: (role: Role) => act(role, () => replaceLinks(role)),
    withdraw: (role: Role) => act(role, () => withdrawLinks(role)),
  };
}
