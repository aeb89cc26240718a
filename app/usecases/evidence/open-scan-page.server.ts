import { leaveLook } from "~/data/evidence/viewed-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { InkElement } from "~/domain/evidence/line-proofs";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type LookRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

/** What of a scan is looked at: the page (and all its cells beside it), or one of its cells. */
export type ScanLook =
  | { readonly pageId: string; readonly rosterId: string }
  | { readonly pageId: string; readonly lineId: string; readonly element: InkElement };

/**
 * Opens a scanned page or one of its cells to who may see the evidence, and leaves a trail of it: one
 * event for the page with its cells. Answers the picture's file; null when the page has none.
 */
export function openScan(
  actor: Actor,
  look: ScanLook,
  now: Date,
): Promise<Outcome<string | null, LookRefusal>> {
  return inTransaction(actor, async (tx) => {
    const page = await findPage(tx, look);
    if (page === null) return refused({ kind: "notFound" });
    if (!may(actor, "proof.read", page.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const fileId = "lineId" in look ? await findCellFile(tx, look) : page.straightFileId;
    if (fileId === undefined) return refused({ kind: "notFound" });
    await leaveLook(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "scan.view" },
      ...{ subjectKind: "scanPage", subjectId: page.id, countyCode: page.countyCode },
      detail: { rosterId: page.rosterId, pageNo: page.pageNo, cells: page._count.cells },
    });
    return done(fileId);
  });
}

async function findPage(tx: Tx, look: ScanLook) {
  if (!isUuid(look.pageId) || ("rosterId" in look && !isUuid(look.rosterId))) return null;
  return tx.scanPage.findFirst({
    where: { id: look.pageId, ...("rosterId" in look ? { rosterId: look.rosterId } : {}) },
    select: {
      ...{ id: true, rosterId: true, countyCode: true, pageNo: true, straightFileId: true },
      _count: { select: { cells: true } },
    },
  });
}

async function findCellFile(
  tx: Tx,
  { pageId, lineId, element }: Extract<ScanLook, { readonly lineId: string }>,
): Promise<string | undefined> {
  if (!isUuid(lineId)) return undefined;
  const cell = await tx.scanCell.findUnique({
    where: { pageId_lineId_element: { pageId, lineId, element } },
    select: { fileId: true },
  });
  return cell?.fileId;
}
