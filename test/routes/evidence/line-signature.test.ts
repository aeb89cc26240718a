import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { inTransaction } from "~/platform/prisma/transaction.server";
import * as proofImage from "~/routes/evidence/proof-image";
import * as linePage from "~/routes/rosters/line-signature";
import * as scanPage from "~/routes/rosters/scan-review";
import * as signingPage from "~/routes/rosters/signing";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { buildUncutPage } from "#test/builders/scans";
import { signOnPhone } from "#test/builders/signing";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const REASON = "签的是别人的名字";

let at: TestPlatform;
let officer: Actor;
let clerk: Visitor;
let auditor: Visitor;
let rosterId = "";
let lineId = "";

beforeAll(async () => {
  at = await openTestPlatform();
  clerk = await aVisitor("caseOfficer", COUNTY, "李秀兰");
  auditor = await aVisitor("auditor", COUNTY);
  officer = { ...anActor("caseOfficer", COUNTY, "李秀兰"), userId: clerk.userId };
});
afterAll(() => at.close());

beforeEach(async () => {
  const trainees = [{ name: "杨木犀", idCardNumber: idNumberOf(COUNTY, "1990-01-01", 7) }];
  const facts = { countyCode: COUNTY, createdBy: officer.userId, trainees };
  const built = await inTransaction(officer, (tx) => buildRoster(tx, facts));
  rosterId = built.id;
  lineId = built.lineIds[0] ?? "";
  await signOnPhone(officer, { rosterId, lineId }, new Date());
});

const here = () => `/rosters/${rosterId}/lines/${lineId}/signature`;
const look = (who = clerk, query = "", form?: Record<string, string>) =>
  visit(linePage, "/rosters/:rosterId/lines/:lineId/signature", `${here()}${query}`, who, form);
const tab = () =>
  visit(signingPage, "/rosters/:rosterId/signing", `/rosters/${rosterId}/signing`, clerk);

async function proofId(): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM acknowledgement WHERE line_id = $1",
    [lineId],
  );
  return rows[0]?.id ?? "";
}

test("[R02] from the tab to the line's page: a picture is opened by asking for it, and that leaves a trail", async () => {
  const id = await proofId();
  expect((await tab()).html).toContain(`href="${here()}?picture=${id}"`);
  const closed = await look();
  expect(closed.html).toContain("签字：本人手机签字");
  expect(closed.html).toContain("计入五要素");
  expect(closed.html).not.toContain("<img");
  expect((await look(clerk, `?picture=${id}`)).html).toContain(`<img src="/proofs/${id}/image"`);
  const image = await visit(
    proofImage,
    "/proofs/:acknowledgementId/image",
    `/proofs/${id}/image`,
    clerk,
  );
  expect(image.status).toBe(200);
  const { rows } = await at.owner.query("SELECT action FROM trail_event WHERE subject_id = $1", [
    id,
  ]);
  expect(rows).toEqual([{ action: "proof.view" }]);
});

test("[R02] voided with its reason it stays on the page as history, and the tab says unsigned", async () => {
  const id = await proofId();
  const empty = await look(clerk, "", { proofId: id, reason: "  " });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain("请写明作废的原因");
  const done = await look(clerk, "", { proofId: id, reason: REASON });
  expect(done.location).toBe(`${here()}?done=void`);
  const { html } = await look(clerk, "?done=void");
  for (const text of [
    "已作废，不再计入五要素",
    "还没有有效的签字手印",
    "，李秀兰。原因：",
    REASON,
  ]) {
    expect(html).toContain(text);
  }
  expect(html).not.toContain("作废哪一项");
  const again = await look(clerk, "", { proofId: id, reason: REASON });
  expect([again.status, again.html.includes("这一项刚被作废")]).toEqual([422, true]);
  const list = await tab();
  expect(list.html).toContain("未签");
  expect(list.html).toContain(`href="${here()}">作废的签字`);
});

test("who may only look sees no form; after the seal nobody does", async () => {
  expect((await look()).html).toContain("作废哪一项");
  expect((await look(auditor)).html).not.toContain("作废哪一项");
  await at.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [rosterId]);
  const { html } = await look();
  expect(html).not.toContain("作废哪一项");
  expect(html).toContain("办理封存后更正");
  const late = await look(clerk, "", { proofId: await proofId(), reason: REASON });
  expect(late.status).toBe(422);
});

test("[R02] an undecided cell of a page says that the trainee has signed otherwise", async () => {
  const pageId = await buildUncutPage(officer, rosterId, new Date());
  const path = "/rosters/:rosterId/scans/:pageId";
  const { html } = await visit(scanPage, path, `/rosters/${rosterId}/scans/${pageId}`, clerk);
  expect(html.split("已有手机签字")).toHaveLength(2);
});
