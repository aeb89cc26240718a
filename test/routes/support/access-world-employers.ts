import { addEmployer } from "~/data/employers/employer-store.server";
import type { Actor } from "~/domain/access/actor";
import { labourBatchForm } from "~/domain/employers/labour-batch";
import { vacancyForm } from "~/domain/employers/vacancy";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { publishVacancy } from "~/usecases/employers/publish-vacancy.server";
import { registerLabourBatch } from "~/usecases/employers/save-labour-batch.server";
import { buildPlacement } from "#test/builders/placement";
import type { TestPlatform } from "#test/support/test-platform";
import { AT, value } from "./two-editions";

const EMPLOYER = {
  ...{ creditCode: "91350100M000100Y43", name: "共用劳务有限公司", kind: "INTERMEDIARY" as const },
  contactPhone: "0871-63111111",
};
const VACANCY = {
  ...{ kind: "ORDER", title: "共用岗位", workplaceCode: "310114", headcount: "5" },
  ...{ openFrom: "2020-05-01", openTo: "" },
};

/**
 * The employer and its vacancy are the same in every county, entered by the first to ask; each county has
 * its batch, and its person at work there by all three.
 */
export async function employersOf(
  officer: Actor,
  county: string,
  personId: string,
  { owner }: TestPlatform,
): Promise<{ employerId: string; vacancyId: string; labourBatchId: string }> {
  const by = { userId: officer.userId, now: AT };
  const { employer } = await inTransaction(officer, (tx) =>
    addEmployer(tx, { ...EMPLOYER, ownerCode: county }, by),
  );
  const { rows } = await owner.query<{ id: string }>(
    "SELECT id FROM vacancy WHERE employer_id = $1",
    [employer.id],
  );
  const asked = { ownerCode: county, employerId: employer.id };
  const vacancyId =
    rows[0]?.id ?? value(await publishVacancy(officer, asked, vacancyForm.parse(VACANCY), AT));
  const form = labourBatchForm.parse({ name: `${county}第一批`, organisedOn: "2020-05-01" });
  const of = { countyCode: county, intermediaryId: employer.id };
  const labourBatchId = value(await registerLabourBatch(officer, of, form, AT));
  const placementId = await buildPlacement(owner, { personId, employerId: employer.id });
  await owner.query("UPDATE placement SET vacancy_id = $2, batch_id = $3 WHERE id = $1", [
    ...[placementId, vacancyId, labourBatchId],
  ]);
  return { employerId: employer.id, vacancyId, labourBatchId };
}
