import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { saysUnsigned } from "~/domain/placements/evidence-lines";
import { mayVoidEvidence } from "~/domain/placements/evidence-permission";
import {
  EVIDENCE_LABELS,
  type ContractKind,
  type EvidenceKind,
} from "~/domain/placements/placement";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { dayOf } from "./placement-columns.server";
import type { PlacementHead } from "./placement-head-view.server";

/** One proof of a placement. */
export interface EvidenceRow {
  readonly id: string;
  readonly kindLabel: string;
  /** First days of the months it speaks for; null for a contract. */
  readonly fromMonth: CalendarDate | null;
  readonly toMonth: CalendarDate | null;
  readonly fileName: string;
  readonly note: string;
  readonly uploadedByName: string;
  /** Instant, ISO 8601. */
  readonly uploadedAt: string;
  /** Null while it stands. */
  readonly voided: { readonly byName: string; readonly reason: string } | null;
  readonly mayVoid: boolean;
}

export interface EvidencePage {
  readonly rows: readonly EvidenceRow[];
  /** Whether the line says that no contract was signed. */
  readonly saysUnsigned: boolean;
  readonly mayOpen: boolean;
}

/** The evidence of a placement, the latest first. */
export function viewEvidence(
  actor: Actor,
  head: PlacementHead,
  on: CalendarDate,
): Promise<EvidencePage> {
  return inTransaction(actor, async (tx) => {
    const stored = await tx.placementEvidence.findMany({
      where: { placementId: head.id },
      orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
    });
    const rows = stored.map((row): EvidenceRow => ({
      ...{ id: row.id, fileName: row.fileName, note: row.note },
      kindLabel: EVIDENCE_LABELS[row.kind as EvidenceKind],
      fromMonth: dayOf(row.fromMonth),
      toMonth: dayOf(row.toMonth),
      uploadedByName: row.uploadedByName,
      uploadedAt: row.uploadedAt.toISOString(),
      voided:
        row.voidedAt === null
          ? null
          : { byName: row.voidedByName ?? "", reason: row.voidReason ?? "" },
      mayVoid: row.voidedAt === null && mayVoidEvidence(actor, row, on),
    }));
    const line = await tx.placement.findUnique({
      where: { id: head.id },
      select: { contractKind: true },
    });
    return {
      rows,
      saysUnsigned:
        line !== null && saysUnsigned({ contractKind: line.contractKind as ContractKind }),
      mayOpen: may(actor, "placement.readEvidence", head.countyCode, on),
    };
  });
}
