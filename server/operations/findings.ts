// What the doctor found, in the operator's language: a line for each board, and one for the whole.
import type { BoardReport, DatabaseReport } from "./checkDatabase.ts";

const french = new Intl.NumberFormat("fr");

function counted(count: number, one: string, many: string): string {
  return `${french.format(count)} ${count < 2 ? one : many}`;
}

export function megabytes(bytes: number): string {
  return `${french.format(Math.round(bytes / 100_000) / 10)} Mo`;
}

export function secondsSince(startedAt: number): string {
  return `${french.format(Math.round((performance.now() - startedAt) / 100) / 10)} s`;
}

export function boardLine({ boardId, faults, remarks, updates, snapshots }: BoardReport): string {
  const size = `${counted(updates, "mise à jour", "mises à jour")}, ${counted(snapshots, "instantané", "instantanés")}`;
  const remarked = remarks.length === 0 ? "" : ` (${remarks.join(" ; ")})`;
  if (faults.length === 0) return `bon    ${boardId}  ${size}${remarked}`;
  const shown = faults.slice(0, 5).join(" ; ");
  const more = faults.length > 5 ? ` ; et ${faults.length - 5} autres` : "";
  return `FAUTE  ${boardId}  ${shown}${more}`;
}

export function isSound({ damage, faulty }: DatabaseReport): boolean {
  return damage.length === 0 && faulty === 0;
}

export function summaryLine({ damage, boards, faulty }: DatabaseReport): string {
  const checked = counted(boards, "tableau vérifié", "tableaux vérifiés");
  const file = damage.length === 0 ? "" : `, le fichier est abîmé (${damage.slice(0, 3).join(" ; ")})`;
  if (faulty > 0) return `${checked}, ${faulty} avec des fautes${file}.`;
  return damage.length === 0 ? `${checked}, aucune faute.` : `${checked}${file}.`;
}
