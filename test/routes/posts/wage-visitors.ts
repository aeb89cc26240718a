import { COUNTY } from "#test/db/posts/wage-support";
import { aVisitor, type Visitor } from "#test/routes/support/visit";
import type { TestPlatform } from "#test/support/test-platform";

/** Whom a month of wages goes past, and the paired district that reads of it. */
export interface WageVisitors {
  readonly clerk: Visitor;
  readonly reviewer: Visitor;
  readonly finance: Visitor;
  readonly district: Visitor;
}

export async function wageVisitors(at: TestPlatform): Promise<WageVisitors> {
  await at.owner.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, source)
     VALUES (gen_random_uuid(), '310104', $1, '2020-01-01', 'test')`,
    [COUNTY],
  );
  return {
    clerk: await aVisitor("caseOfficer", COUNTY),
    reviewer: await aVisitor("reviewer", COUNTY),
    finance: await aVisitor("finance", COUNTY),
    district: await aVisitor("districtOfficer", "310104"),
  };
}
