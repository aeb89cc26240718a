import { afterAll, beforeAll, expect, test } from "vitest";
import * as districtList from "~/routes/targets/reconciliation/district-list";
import { openReconciliation } from "~/usecases/targets/open-reconciliation.server";
import { buildEmployer } from "#test/builders/placement";
import * as world from "#test/db/targets/reconciliation-world";
import { aVisitor, visit } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
let employerId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  employerId = await buildEmployer(at.owner);
  await world.pair(at, world.DISTRICT, "2020-01-01");
});
afterAll(() => at.close());

test("[R20] a district's list is compared as a browser sends it; one wrong row and nothing is taken in", async () => {
  const person = await world.somebodyPlaced(at, "李开翠", employerId);
  const id = world.valueOf(await openReconciliation(world.officer, world.MAY, world.NOW));
  const visitor = await aVisitor("districtOfficer", world.DISTRICT);
  const send = async (text: string) => {
    const body = new FormData();
    body.set("version", String((await world.asked(id)).version));
    body.set("file", new File([text], "嘉定区名单.csv", { type: "text/csv" }));
    const address = `/reconciliations/${id}/list`;
    return visit(districtList, "/reconciliations/:reconciliationId/list", address, visitor, body);
  };
  const head = "姓名,身份证号码,企业,上岗时间";
  const wrong = await send(`${head}\n李开翠,${person.idNumber.slice(0, 17)},厂,2020-05-06`);
  expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining("没有导入")]);
  expect(wrong.html).not.toContain(person.idNumber.slice(0, 17));
  const taken = await send(`${head}\n李开翠,${person.idNumber},嘉定物流有限公司,2020-05-06`);
  expect(taken.location).toBe(`/reconciliations/${id}?done=list`);
  expect((await world.linesOf(id, "BOTH")).map(({ name }) => name)).toEqual(["李开翠"]);
});
