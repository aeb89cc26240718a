import { listLineProofs, type StandingProof } from "~/data/evidence/proof-standing.server";
import { findUnpaid } from "~/data/evidence/lines-to-sign.server";
import { screenInkOf, type ScreenInk } from "~/data/evidence/screen-ink.server";
import { maskedNumbers, type SealedNumbers } from "~/data/rosters/masked-line.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import type { Actor } from "~/domain/access/actor";
import { ACKNOWLEDGEMENT_METHOD_LABELS, type InkElement } from "~/domain/evidence/line-proofs";
import type { SigningWay } from "~/domain/evidence/signing-link";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A signature or print as the table names it. */
export interface ProofMark {
  readonly id: string;
  readonly label: string;
  readonly givenAt: string;
  /** Given without paper: it has a page of its own. */
  readonly isOffPaper: boolean;
}

export interface SigningRow {
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly idMasked: string;
  /** Wages that the bank has not paid out: nobody is asked to sign for them yet. */
  readonly isUnpaid: boolean;
  readonly signature: ProofMark | null;
  readonly fingerprint: ProofMark | null;
  /** What is kept of it that was given without paper, whether it counts or not. */
  readonly kept: Readonly<Record<InkElement, ScreenInk | null>>;
  /** A link that could be signed by now. */
  readonly link: {
    readonly way: SigningWay;
    readonly until: string;
    readonly isOpened: boolean;
  } | null;
}

export type SigningFilter = "all" | "unsigned" | "signed";

export interface SigningPage {
  readonly rows: readonly SigningRow[];
  readonly headcount: number;
  readonly signed: number;
  /** Unsigned, and could sign by a link now. */
  readonly toSign: number;
  readonly fingerprinted: number;
  readonly openLinks: number;
  readonly page: number;
  readonly pageCount: number;
  readonly closeUpIsOn: boolean;
}

/** Who of the roster has signed, by which way, and who holds a link; numbers masked. */
export function viewSigning(
  actor: Actor,
  roster: { readonly id: string; readonly countyCode: string },
  wanted: { readonly show: SigningFilter; readonly page: number; readonly size: number },
  now: Date,
): Promise<SigningPage> {
  return inTransaction(actor, async (tx) => {
    const proofs = await listLineProofs(tx, roster.id);
    const chosen = proofs.filter(({ signature }) =>
      wanted.show === "all" ? true : (signature !== null) === (wanted.show === "signed"),
    );
    const pageCount = Math.max(1, Math.ceil(chosen.length / wanted.size));
    const page = Math.min(wanted.page, pageCount);
    const unpaid = await findUnpaid(tx, roster.id);
    const onPage = chosen.slice((page - 1) * wanted.size, page * wanted.size);
    const links = await openLinksOf(tx, roster.id, now);
    const ids = onPage.map(({ lineId }) => lineId);
    const lines = await linesOf(tx, ids);
    const keptOf = await screenInkOf(tx, ids);
    const today = dayInChina(now);
    const closeUp = await findParameter(tx, "fingerprint.closeUp", roster.countyCode, today);
    const rows = onPage.flatMap(({ lineId, signature, fingerprint }) => {
      const line = lines.get(lineId);
      const marks = {
        ...{ signature: markOf(signature), fingerprint: markOf(fingerprint) },
        isUnpaid: unpaid.has(lineId),
        kept: {
          SIGNATURE: keptOf(lineId, "SIGNATURE"),
          FINGERPRINT: keptOf(lineId, "FINGERPRINT"),
        },
      };
      const link = links.get(lineId) ?? null;
      return line === undefined ? [] : [{ lineId, ...line, ...marks, link }];
    });
    return {
      ...{ rows, page, pageCount, headcount: proofs.length, openLinks: links.size },
      signed: proofs.filter(({ signature }) => signature !== null).length,
      toSign: proofs.filter((one) => one.signature === null && !unpaid.has(one.lineId)).length,
      fingerprinted: proofs.filter(({ fingerprint }) => fingerprint !== null).length,
      closeUpIsOn: closeUp?.value === 1,
    };
  });
}

function markOf(proof: StandingProof | null): ProofMark | null {
  if (proof === null) return null;
  const label = ACKNOWLEDGEMENT_METHOD_LABELS[proof.method] + (proof.isProxy ? "（代签）" : "");
  const isOffPaper = proof.method !== "paper";
  return { id: proof.id, label, givenAt: proof.givenAt.toISOString(), isOffPaper };
}

async function linesOf(tx: Tx, ids: readonly string[]) {
  const rows = await tx.rosterLine.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, lineNo: true, name: true, idIndex: true, idSealed: true },
  });
  const masked = (row: Omit<SealedNumbers, "phoneSealed">) =>
    maskedNumbers({ ...row, phoneSealed: null }).idCardNumber;
  return new Map(
    rows.map(({ id, lineNo, name, ...sealed }) => [id, { lineNo, name, idMasked: masked(sealed) }]),
  );
}

async function openLinksOf(tx: Tx, rosterId: string, now: Date) {
  const rows = await tx.$queryRaw<
    { lineId: string; way: SigningWay; until: Date; opened: boolean }[]
  >`
    SELECT s.line_id AS "lineId", s.way, s.expires_at AS until, s.opened_at IS NOT NULL AS opened
    FROM signing_link s JOIN roster_line l ON l.id = s.line_id
      AND l.removed_at IS NULL AND l.content_version = s.line_version
    WHERE s.roster_id = ${rosterId}::uuid AND s.used_at IS NULL AND s.revoked_at IS NULL
      AND s.expires_at > ${now}`;
  return new Map(
    rows.map(({ lineId, way, until, opened }) => [
      lineId,
      { way, until: until.toISOString(), isOpened: opened },
    ]),
  );
}
