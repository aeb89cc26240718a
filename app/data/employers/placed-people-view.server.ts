import { maskIdCardNumber } from "~/domain/shared/masking";
import { openNumbers } from "~/data/people/person-store.server";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** Somebody placed through a vacancy or in a batch: who he is and where he works, no more. */
export interface PlacedPerson {
  readonly placementId: string;
  readonly name: string;
  readonly maskedId: string;
  readonly countyName: string;
  readonly employerName: string;
  readonly workplaceName: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export interface PlacedPeople {
  readonly rows: readonly PlacedPerson[];
  /** In the reader's counties. */
  readonly total: number;
  /** 1-based; the last page when the address asks for one beyond it. */
  readonly page: number;
  readonly pageCount: number;
}

interface Stored extends Omit<PlacedPerson, "maskedId" | "countyName" | "workplaceName"> {
  readonly countyCode: string;
  readonly workplaceCode: string;
  readonly idIndex: Uint8Array | null;
  readonly idSealed: Uint8Array | null;
}

/** The people of the transaction's counties placed from the vacancy or in the batch, by name. */
export async function listPlacedPeople(
  tx: Tx,
  through: { readonly vacancyId: string } | { readonly batchId: string },
  wanted: { readonly page: number; readonly size: number },
): Promise<PlacedPeople> {
  const where =
    "vacancyId" in through
      ? Prisma.sql`p.vacancy_id = ${through.vacancyId}::uuid AND p.removed_at IS NULL`
      : Prisma.sql`p.batch_id = ${through.batchId}::uuid AND p.removed_at IS NULL`;
  const counted = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM placement p WHERE ${where}`;
  const total = counted[0]?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / wanted.size));
  const page = Math.min(wanted.page, pageCount);
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT p.id AS "placementId", p.name, p.county_code AS "countyCode",
      p.employer_name AS "employerName", p.workplace_code AS "workplaceCode",
      p.started_on::text AS "startedOn", p.ended_on::text AS "endedOn",
      n.id_index AS "idIndex", n.id_sealed AS "idSealed"
    FROM placement p LEFT JOIN person n ON n.id = p.person_id
    WHERE ${where} ORDER BY p.name, p.id LIMIT ${wanted.size} OFFSET ${(page - 1) * wanted.size}`;
  return { rows: rows.map(asPerson), total, page, pageCount };
}

function asPerson({ countyCode, workplaceCode, idIndex, idSealed, ...row }: Stored): PlacedPerson {
  const numbers =
    idIndex === null || idSealed === null
      ? null
      : openNumbers({ idIndex, idSealed, phoneSealed: null });
  return {
    ...row,
    maskedId: numbers === null ? "" : maskIdCardNumber(numbers.idCardNumber),
    countyName: regionName(countyCode) ?? countyCode,
    workplaceName: workplaceName(workplaceCode),
  };
}
