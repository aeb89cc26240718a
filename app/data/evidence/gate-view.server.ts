import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  examine,
  missingOf,
  type GateFacts,
  type GateSection,
  type MissingItem,
} from "~/domain/evidence/completeness";
import { gateWarnings } from "~/domain/evidence/gate-warnings";
import { PROOF_ELEMENTS, type ProofElement } from "~/domain/evidence/line-proofs";
import { hasProof, missingProofs } from "~/domain/rosters/line-gate";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { Tx } from "~/platform/prisma/client.server";
import { gatherDoubts } from "./gate-doubts.server";
import { gatherGateFacts } from "./gate-facts.server";
import { listLineProofs } from "./proof-standing.server";

/** One line of the matrix: which of the five proofs it has. */
export interface ProofRow {
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly has: Readonly<Record<ProofElement, boolean>>;
  /** The picture of signature and print, for who may open it. */
  readonly signatureId: string | null;
  readonly fingerprintId: string | null;
}

export interface ShownSection extends Omit<GateSection, "missing"> {
  /** The first of them. */
  readonly missing: readonly MissingItem[];
  readonly missingCount: number;
}

export interface GatePage {
  readonly sections: readonly ShownSection[];
  /** To look at; they do not stand in the way of the seal. */
  readonly warnings: readonly MissingItem[];
  readonly missingCount: number;
  readonly rows: readonly ProofRow[];
  /** Lines in all; the matrix shows the first of them. */
  readonly lineCount: number;
}

const MOST_SHOWN = 50;
const MOST_LINES = 500;

/** The checklist and the matrix of a roster whose class the actor may read. */
export function viewGate(
  actor: Actor,
  roster: { readonly id: string; readonly countyCode: string },
  on: string,
): Promise<GatePage> {
  const seesProofs = may(actor, "proof.read", roster.countyCode, on);
  return inTransaction(actor, async (tx) => {
    const facts = await gatherGateFacts(tx, roster.id);
    const { sections } = examine(facts);
    return {
      sections: sections.map((section) => ({
        ...section,
        missing: section.missing.slice(0, MOST_SHOWN),
        missingCount: section.missing.length,
      })),
      warnings: gateWarnings(await gatherDoubts(tx, facts.classId, on)),
      missingCount: sections.reduce((sum, { missing }) => sum + missing.length, 0),
      rows: matrix(facts, seesProofs ? await picturesOf(tx, roster.id) : new Map()),
      lineCount: facts.lines.length,
    };
  });
}

/** Everything that is missing, for the list that is carried about. */
export function listMissing(actor: Actor, rosterId: string): Promise<readonly MissingItem[]> {
  return inTransaction(actor, async (tx) =>
    missingOf(examine(await gatherGateFacts(tx, rosterId))),
  );
}

type Pictures = ReadonlyMap<string, Pick<ProofRow, "signatureId" | "fingerprintId">>;

async function picturesOf(tx: Tx, rosterId: string): Promise<Pictures> {
  const proofs = await listLineProofs(tx, rosterId);
  return new Map(
    proofs.map(({ lineId, signature, fingerprint }) => [
      lineId,
      { signatureId: signature?.id ?? null, fingerprintId: fingerprint?.id ?? null },
    ]),
  );
}

function matrix({ lines, days }: GateFacts, pictures: Pictures): readonly ProofRow[] {
  return lines.slice(0, MOST_LINES).map((line) => {
    const missed = missingProofs(line, days);
    const has = PROOF_ELEMENTS.map((element) => [element, hasProof(missed, element)] as const);
    return {
      ...{ lineId: line.lineId, lineNo: line.lineNo, name: line.name },
      has: Object.fromEntries(has) as Record<ProofElement, boolean>,
      signatureId: pictures.get(line.lineId)?.signatureId ?? null,
      fingerprintId: pictures.get(line.lineId)?.fingerprintId ?? null,
    };
  });
}
