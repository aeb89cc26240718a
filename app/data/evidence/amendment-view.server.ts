import type { Actor } from "~/domain/access/actor";
import {
  shownAmended,
  type AmendmentState,
  type AmendmentSubject,
} from "~/domain/rosters/amendment";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { openAmendment } from "./amendment-store.server";

/** One change after the seal; numbers masked. */
export interface AmendmentLine {
  readonly number: number;
  readonly lineNo: number | null;
  readonly name: string;
  readonly subject: AmendmentSubject;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly state: AmendmentState;
  readonly proposedBy: string;
  readonly proposedByName: string;
  /** Instants, ISO 8601. */
  readonly proposedAt: string;
  readonly decidedByName: string;
  readonly decidedAt: string | null;
  readonly decisionNote: string;
}

export interface SealedLineChoice {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
}

/** All amendments of a roster in scope, the newest first. */
export function listAmendments(actor: Actor, rosterId: string): Promise<readonly AmendmentLine[]> {
  return inTransaction(actor, (tx) => read(tx, { rosterId }));
}

export async function viewAmendment(
  actor: Actor,
  rosterId: string,
  number: number,
): Promise<AmendmentLine | null> {
  if (!Number.isInteger(number) || number < 1 || number > 1e6) return null;
  const rows = await inTransaction(actor, (tx) => read(tx, { rosterId, number }));
  return rows[0] ?? null;
}

/** The lines an amendment may be about. */
export function listSealedLines(
  actor: Actor,
  rosterId: string,
): Promise<readonly SealedLineChoice[]> {
  return inTransaction(actor, (tx) =>
    tx.rosterLine.findMany({
      where: { rosterId, removedAt: null },
      select: { id: true, lineNo: true, name: true },
      orderBy: [{ lineNo: "asc" }, { id: "asc" }],
    }),
  );
}

async function read(tx: Tx, where: Prisma.RosterAmendmentWhereInput) {
  const rows = await tx.rosterAmendment.findMany({ where, orderBy: { number: "desc" } });
  const lines = await tx.rosterLine.findMany({
    where: { id: { in: rows.flatMap(({ lineId }) => (lineId === null ? [] : [lineId])) } },
    select: { id: true, lineNo: true, name: true },
  });
  const byId = new Map(lines.map((line) => [line.id, line]));
  return rows.map((row): AmendmentLine => {
    const subject = row.subject as AmendmentSubject;
    const { before, after } = openAmendment(row);
    const line = row.lineId === null ? undefined : byId.get(row.lineId);
    return {
      ...{ number: row.number, subject, reason: row.reason },
      ...{ lineNo: line?.lineNo ?? null, name: line?.name ?? "" },
      before: before === "" ? "" : shownAmended(subject, before),
      after: shownAmended(subject, after),
      state: row.state as AmendmentState,
      ...{ proposedBy: row.proposedBy, proposedByName: row.proposedByName },
      proposedAt: row.proposedAt.toISOString(),
      ...{ decidedByName: row.decidedByName, decisionNote: row.decisionNote },
      decidedAt: row.decidedAt?.toISOString() ?? null,
    };
  });
}
