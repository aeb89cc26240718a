import { newId } from "~/platform/id.server";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { numbersFor } from "~/data/rules/numbers.server";
import { factsOf } from "~/data/claims/facts/facts-of.server";
import type { ClaimFacts } from "~/domain/claims/facts";
import { day } from "~/domain/shared/calendar-date";
import { anActor } from "#test/builders/actor";
import type { TestPlatform } from "#test/support/test-platform";

export const COUNTY = "532324";
export const AT = new Date("2020-09-20T02:00:00Z");
export const TODAY = day("2020-09-20");
export const officer = anActor("caseOfficer", COUNTY, "李秀兰");

/** 100,000 yuan of 2020 for the county's labour transfer, none of it received. */
export async function aPot(at: TestPlatform, regionCode = COUNTY): Promise<string> {
  const id = newId();
  await at.owner.query(
    `INSERT INTO fund_pot (id, region_code, year, name, unit_name, purpose, amount_fen, implementer_region,
       created_by, created_by_name, created_at)
     VALUES ($1, $2, 2020, '劳务协作', '县人社局', 'LABOUR_TRANSFER', 10000000, $2, $1, '某', now())`,
    [id, regionCode],
  );
  return id;
}

/** A number in force in the county for the year. */
export async function aNumber(at: TestPlatform, parameter: string, value: number): Promise<void> {
  await at.owner.query(
    `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
       entered_by_name, entered_at) VALUES ($1, $2, $3, $4, '2020-01-01', '某县〔2020〕1号', $1, '某', '2020-01-01')`,
    [newId(), COUNTY, parameter, value],
  );
}

/** The facts of every line of the batch, in its order. */
export async function allFacts(batchId: string): Promise<ClaimFacts[]> {
  const numbers = await inTransaction(officer, (tx) =>
    numbersFor(tx, COUNTY, [day("2020-01-01"), TODAY]),
  );
  const scope = { userId: officer.userId, counties: [COUNTY] };
  return inBulkTransaction(scope, async (client) => {
    const found: ClaimFacts[] = [];
    for await (const page of factsOf(client, batchId, { today: TODAY, numbers })) {
      found.push(...page.map(({ facts }) => facts));
    }
    return found;
  });
}
