import type { PoolClient } from "pg";
import { POVERTY_STATUS_LABELS, POVERTY_STATUSES } from "~/domain/people/poverty-status";
import type { RosterHead, RosterLineTexts } from "~/domain/rosters/roster-sheet";
import { SEX_LABELS } from "~/domain/shared/sex";
import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import { regionName } from "~/platform/reference/region-codes.server";
import type { SealedNumbers } from "./masked-line.server";

/** A line whose numbers are still sealed. */
export type SealedLine = Omit<RosterLineTexts, "idCardNumber" | "phone"> &
  SealedNumbers & { readonly id: string };

export interface WholeRoster extends RosterHead {
  readonly id: string;
  readonly countyCode: string;
  readonly version: number;
  readonly headcount: number;
}

type StoredRoster = Omit<WholeRoster, "label" | "countyName"> & {
  readonly name: string;
  readonly term: string;
};

/** The head of a roster, held against changes until the transaction ends; null out of scope. */
export async function lockWholeRoster(client: PoolClient, id: string): Promise<WholeRoster | null> {
  if (!isUuid(id)) return null;
  const { rows } = await client.query<StoredRoster>(
    `SELECT r.id, r.county_code AS "countyCode", r.version, r.headcount, c.name, c.term, c.place,
       c.provider_name AS "providerName", c.starts_on::text AS "startsOn",
       c.ends_on::text AS "endsOn"
     FROM roster r JOIN training_class c ON c.id = r.class_id WHERE r.id = $1 FOR SHARE OF r`,
    [id],
  );
  const stored = rows[0];
  if (stored === undefined) return null;
  const { name, term, ...roster } = stored;
  const countyName = regionName(roster.countyCode) ?? roster.countyCode;
  return { ...roster, label: className({ name, term }), countyName };
}

/** Every standing line in order, numbers sealed. */
export async function readSealedLines(
  client: PoolClient,
  rosterId: string,
): Promise<readonly SealedLine[]> {
  const { rows } = await client.query<SealedLine>(
    `SELECT id, name, sex, ethnicity, address, declared_registered AS "declaredRegistered",
       declared_status AS "declaredStatus", trade, note, id_index AS "idIndex",
       id_sealed AS "idSealed", phone_sealed AS "phoneSealed"
     FROM roster_line WHERE roster_id = $1 AND removed_at IS NULL ORDER BY line_no, id`,
    [rosterId],
  );
  return rows.map((row) => ({
    ...row,
    sex: row.sex === "MALE" || row.sex === "FEMALE" ? SEX_LABELS[row.sex] : "",
    declaredStatus: statusLabel(row.declaredStatus),
  }));
}

function statusLabel(stored: string): string {
  const status = POVERTY_STATUSES.find((one) => one === stored);
  return status === undefined ? stored : POVERTY_STATUS_LABELS[status];
}
