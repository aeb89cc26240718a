import type { LedgerFilter } from "~/domain/placements/ledger-filter";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { LedgerLine } from "~/domain/rosters/placement-sheet";
import { writtenWorkplaceFinder, workplaceText } from "~/domain/placements/written-workplace";
import { maskedNumbers, openNumbers, type Numbers } from "~/data/rosters/masked-line.server";
import type { Tx } from "~/platform/prisma/client.server";
import { presentRegions, regionName } from "~/platform/reference/region-codes.server";
import { ledgerConditions } from "./ledger-conditions.server";

/** A line whose numbers are still sealed; null for a person kept by another county. */
export interface SealedLedgerLine extends LedgerLine {
  readonly countyCode: string;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array | null;
  readonly phoneSealed: Uint8Array | null;
}

type Stored = Omit<SealedLedgerLine, "countyName" | "workProvince" | "workplace"> & {
  readonly workplaceCode: string;
};

const findWorkplace = writtenWorkplaceFinder(presentRegions());

export async function countLedgerLines(
  tx: Tx,
  filter: LedgerFilter,
  on: CalendarDate,
): Promise<number> {
  const [counted] = await tx.$queryRaw<[{ lines: number }]>`
    SELECT count(*)::int AS lines FROM placement p WHERE ${ledgerConditions(filter, on)}`;
  return counted.lines;
}

/** The lines of the filter in the order of the counties and first days; at most `most`. */
export async function readLedgerLines(
  tx: Tx,
  filter: LedgerFilter,
  { on, most }: { readonly on: CalendarDate; readonly most: number },
): Promise<readonly SealedLedgerLine[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT p.county_code AS "countyCode", p.township, p.village, coalesce(o.name, p.name) AS name,
      p.sex, p.workplace_code AS "workplaceCode", e.name AS "employerName",
      coalesce(e.credit_code, '') AS "creditCode", p.job_title AS "jobTitle",
      p.monthly_wage_fen AS "monthlyWageFen", p.started_on::text AS "startedOn",
      p.contract_kind AS "contractKind", p.form, p.worker_group AS "workerGroup", p.arrangement,
      p.contract_from::text AS "contractFrom", p.contract_to::text AS "contractTo",
      p.ended_on::text AS "endedOn", p.end_reason AS "endReason",
      coalesce(b.name, '') AS "batchName", p.note, p.id_index AS "idIndex", o.id_sealed AS "idSealed", o.phone_sealed AS "phoneSealed"
    FROM placement p JOIN employer e ON e.id = p.employer_id
      LEFT JOIN person o ON o.id = p.person_id LEFT JOIN labour_batch b ON b.id = p.batch_id
    WHERE ${ledgerConditions(filter, on)}
    ORDER BY p.county_code, p.started_on, p.id LIMIT ${most}`;
  return rows.map(({ workplaceCode, ...row }) => {
    const { province, place } = workplaceText(workplaceCode, regionName, findWorkplace);
    const countyName = regionName(row.countyCode) ?? row.countyCode;
    return { ...row, countyName, workProvince: province, workplace: place };
  });
}

export function ledgerNumbers(line: SealedLedgerLine, numbers: "masked" | "full"): Numbers {
  const { idIndex, idSealed, phoneSealed } = line;
  if (idSealed === null) return { idCardNumber: "", phone: "" };
  const sealed = { idIndex, idSealed, phoneSealed };
  return numbers === "full" ? openNumbers(sealed) : maskedNumbers(sealed);
}
