import { newId } from "~/platform/id.server";
import type { TestPlatform } from "#test/support/test-platform";
import { received } from "./two-editions";

export interface ClaimFlowObjects {
  /** Approved by both offices, its one line at the bank. */
  readonly sentClaimId: string;
  readonly sentLineId: string;
  readonly claimPaymentId: string;
  /** Of that line, not decided yet. */
  readonly clawbackId: string;
  /** Of the same line, repaid, with a voucher. */
  readonly repaidClawbackId: string;
}

/** A claim on its way: everything that stands between an approval and its end. */
export async function claimFlowOf(
  county: string,
  potId: string,
  { owner }: TestPlatform,
): Promise<ClaimFlowObjects> {
  const [sentClaimId, sentLineId, claimPaymentId, clawbackId] = [
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  await owner.query(
    `INSERT INTO claim_batch (id, county_code, kind, year, number, title, pot_id, source, state, created_by,
       created_by_name, created_at, updated_at, submitted_by, submitted_at, version)
     VALUES ($1, $2, 'OUTWORK', 2020, 900, '外出就业', $3, '{}', 'draft', $1, '某', now(), now(), $1, now(), 5)`,
    [sentClaimId, county, potId],
  );
  await owner.query(
    `INSERT INTO claim_payment (id, batch_id, county_code, number, line_count, total_fen, file_id, file_name,
       made_by, made_by_name, made_at)
     VALUES ($1, $2, $3, 1, 1, 100, $1, '代发.xlsx', $1, '某', now())`,
    [claimPaymentId, sentClaimId, county],
  );
  await owner.query(
    `INSERT INTO claim_line (id, batch_id, county_code, kind, year, line_no, person_id, id_index, name, source_kind,
       source_id, event_on, period_from, period_to, quantity, unit, rate_fen, amount_fen, payment_state, payment_id)
     VALUES ($1, $2, $3, 'OUTWORK', 2020, 1, $1, '\\x00', '普光明', 'PLACEMENT', $1, '2020-06-01', '2020-06-01',
       '2020-06-30', 1, 'PERSON', 100, 100, 'SENT', $4)`,
    [sentLineId, sentClaimId, county, claimPaymentId],
  );
  await owner.query(
    `UPDATE claim_batch SET state = 'approved', reviewed_by = gen_random_uuid(), reviewed_at = now(),
       hrss_approved_by = gen_random_uuid(), hrss_approved_at = now(),
       poverty_approved_by = gen_random_uuid(), poverty_approved_at = now() WHERE id = $1`,
    [sentClaimId],
  );
  await owner.query(
    `INSERT INTO clawback (id, county_code, line_id, amount_fen, source, reason, state, proposed_by_name, proposed_at)
     VALUES ($1, $2, $3, 60, 'RULE', '没有佐证材料', 'proposed', '核查规则', now())`,
    [clawbackId, county, sentLineId],
  );
  const repaidClawbackId = await repaidOf(county, sentLineId, owner);
  return { sentClaimId, sentLineId, claimPaymentId, clawbackId, repaidClawbackId };
}

async function repaidOf(county: string, lineId: string, owner: TestPlatform["owner"]) {
  const id = newId();
  const voucher = await received(Buffer.from("%PDF-1.4"), "收款凭证.pdf");
  await owner.query(
    `INSERT INTO clawback (id, county_code, line_id, amount_fen, source, reason, state, proposed_by_name, proposed_at,
       decided_by, decided_by_name, decided_at, repaid_on, repaid_fen, voucher_no, file_id, file_name)
     VALUES ($1, $2, $3, 40, 'OFFICER', '多算', 'repaid', '某', now(), $1, '某', now(), '2020-09-10', 40, '收-1', $4, $5)`,
    [id, county, lineId, voucher.id, voucher.fileName],
  );
  return id;
}
