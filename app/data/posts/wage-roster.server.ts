import { listLineProofs } from "~/data/evidence/proof-standing.server";
import { revokeLinks } from "~/data/evidence/signing-link-store.server";
import type { AcknowledgementMethod } from "~/domain/evidence/line-proofs";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

interface By {
  readonly userId: string;
  readonly now: Date;
}

/** Who has signed for a wage line, and how. */
export interface Receipt {
  readonly method: AcknowledgementMethod;
  readonly givenAt: Date;
}

/**
 * The roster that an approved sheet is signed on, one line a wage line, under the same id. A sheet
 * approved again gets its former roster: lines taken off come back in a higher version, so that
 * nothing signed before holds for them. Answers its id, which the caller writes on the sheet.
 *
 * @throws when a person lies outside the scope: his wage could not be signed for
 */
export async function makeWageRoster(
  tx: Tx,
  sheet: { readonly id: string; readonly countyCode: string },
  lines: readonly { readonly id: string; readonly personId: string; readonly lineNo: number }[],
  by: By,
): Promise<string> {
  const { userId, now } = by;
  const former = await findFormer(tx, sheet.id);
  const rosterId = former ?? newId();
  const approved = { state: "accepted", reviewedBy: userId, reviewedAt: now, updatedAt: now };
  if (former === null) {
    const { countyCode } = sheet;
    await tx.roster.create({
      data: {
        ...{ id: rosterId, kind: "WAGES", countyCode, ...approved },
        ...{ createdBy: userId, createdAt: now },
      },
    });
  } else {
    const change = { ...approved, returnReason: null, version: { increment: 1 } };
    await tx.roster.update({ where: { id: rosterId }, data: change });
  }
  const back = new Set(await bringBack(tx, rosterId, lines));
  const added = await addLines(
    tx,
    { ...sheet, rosterId },
    lines.filter(({ id }) => !back.has(id)),
    by,
  );
  if (back.size + added !== lines.length) throw new Error("a payee is out of scope");
  return rosterId;
}

/** Takes the lines off when the sheet goes back; not once somebody has signed, for then it stands. */
export async function dissolveWageRoster(
  tx: Tx,
  rosterId: string,
  reason: string,
  { userId, now }: By,
): Promise<"dissolved" | "signed"> {
  // Whoever is signing this moment holds the roster too: one of the two waits.
  await tx.$queryRaw`SELECT 1 FROM roster WHERE id = ${rosterId}::uuid FOR UPDATE`;
  const signed = await tx.acknowledgement.count({ where: { rosterId, voidedAt: null } });
  if (signed > 0) return "signed";
  await revokeLinks(tx, { rosterId }, { userId, now });
  await tx.rosterLine.updateMany({
    where: { rosterId, removedAt: null },
    data: { removedAt: now, removedReason: reason },
  });
  await tx.roster.update({
    where: { id: rosterId },
    data: {
      ...{ state: "returned", reviewedBy: userId, reviewedAt: now, returnReason: reason },
      ...{ updatedAt: now, version: { increment: 1 } },
    },
  });
  return "dissolved";
}

/** Of every line that stands on the roster: who has signed for what it says now, and how; null for nobody. */
export async function receiptsOf(
  tx: Tx,
  rosterId: string,
): Promise<ReadonlyMap<string, Receipt | null>> {
  const proofs = await listLineProofs(tx, rosterId);
  return new Map(
    proofs.map(({ lineId, signature }) => [
      lineId,
      signature && { method: signature.method, givenAt: signature.givenAt },
    ]),
  );
}

/** Named by the sheet, or, should the sheet have let go of it, by its lines. */
async function findFormer(tx: Tx, sheetId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM roster r WHERE r.kind = 'WAGES' AND (
      r.id = (SELECT s.roster_id FROM wage_sheet s WHERE s.id = ${sheetId}::uuid)
      OR EXISTS (SELECT FROM roster_line l
        WHERE l.roster_id = r.id AND l.import_id = ${sheetId}::uuid))`;
  return rows[0]?.id ?? null;
}

async function bringBack(
  tx: Tx,
  rosterId: string,
  lines: readonly { readonly id: string; readonly lineNo: number }[],
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE roster_line l SET removed_at = NULL, removed_reason = NULL, line_no = n.line_no,
      name = w.name, trade = a.title, content_version = l.content_version + 1
    FROM unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ lineNo }) => lineNo)}::int[])
        AS n (id, line_no)
      JOIN wage_line w ON w.id = n.id JOIN post_appointment a ON a.id = w.appointment_id
    WHERE l.id = n.id AND l.roster_id = ${rosterId}::uuid AND l.removed_at IS NOT NULL
    RETURNING l.id`;
  return rows.map(({ id }) => id);
}

/** The person as he is known now. The line came out of no file: its row is 0 and its import is the sheet. */
function addLines(
  tx: Tx,
  sheet: { readonly id: string; readonly countyCode: string; readonly rosterId: string },
  lines: readonly { readonly id: string; readonly personId: string; readonly lineNo: number }[],
  { userId, now }: By,
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO roster_line (id, roster_id, county_code, person_id, line_no, name, pinyin_initials,
      sex, ethnicity, id_index, id_sealed, phone_index, phone_sealed, address, declared_status,
      trade, note, findings, import_id, sheet_row, created_by, created_at)
    SELECT n.id, ${sheet.rosterId}::uuid, ${sheet.countyCode}, p.id, n.line_no, w.name,
      p.pinyin_initials, p.sex, p.ethnicity, p.id_index, p.id_sealed, p.phone_index, p.phone_sealed,
      p.address, '', a.title, '', '[]', ${sheet.id}::uuid, 0, ${userId}::uuid, ${now}
    FROM unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ lineNo }) => lineNo)}::int[])
        AS n (id, line_no)
      JOIN wage_line w ON w.id = n.id JOIN post_appointment a ON a.id = w.appointment_id
      JOIN person p ON p.id = w.person_id`;
}
