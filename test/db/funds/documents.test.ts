import { afterAll, expect, test } from "vitest";
import { foundingDocumentId } from "~/data/funds/founding-reference.server";
import { listDocuments } from "~/data/funds/document-list-view.server";
import { viewDocument } from "~/data/funds/document-view.server";
import { documentForm } from "~/domain/funds/document";
import { addDocument } from "~/usecases/funds/add-document.server";
import { rewriteDocument } from "~/usecases/funds/rewrite-document.server";
import { voidDocument } from "~/usecases/funds/void-document.server";
import { anActor } from "#test/builders/actor";
import { value } from "#test/db/rosters/support";
import { openTestPlatform } from "#test/support/test-platform";

const at = await openTestPlatform();
afterAll(() => at.close());

const NOW = new Date("2020-07-10T02:00:00Z");
const TODAY = "2020-07-10";
const office = anActor("cooperationOffice", "530300", "曲协作");
const county = anActor("caseOfficer", "530381", "宣经办");
const chuxiong = anActor("cooperationOffice", "532300", "楚协作");
const ALL = { cursor: { after: null, before: null }, size: 50 };

const facts = (change: Record<string, string> = {}) =>
  documentForm.parse({
    ...{ issuer: "曲靖市财政局", number: "曲财农[2020] 88号", issuedOn: "2020年7月1日" },
    ...{ title: "关于调整资金的通知", regionCode: "530300", clauses: "一 调整资金\n二(1) 其他" },
    ...change,
  });
const kindOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;

test("[X1] [X3] the founding documents are in the register of everybody, with their conflicts", async () => {
  const filter = { text: "", year: "", withVoid: false };
  const { rows } = await listDocuments(county, filter, ALL);
  const conflicts = Object.fromEntries(
    rows.filter((row) => row.conflicts > 0).map((row) => [row.number, row.conflicts]),
  );
  expect(conflicts).toEqual({ "闵府办发〔2022〕15号": 6, "楚沪滇组发〔2020〕2号": 1 });
  expect(rows.map(({ number }) => number).slice(0, 5)).toEqual([
    ...["闵府办发〔2022〕15号", "沪松合组办〔2021〕8号", "楚沪滇组发〔2020〕2号"],
    ...["曲财农〔2020〕31号", "沪合组办〔2020〕9号"],
  ]);
  const page = await viewDocument(county, foundingDocumentId("闵府办发〔2022〕15号"), TODAY);
  expect(page?.conflicts).toHaveLength(6);
});

test("two documents of one serial number are kept apart, each naming the other", async () => {
  const { rows } = await listDocuments(
    county,
    { text: "财农[2020]31号", year: "", withVoid: false },
    ALL,
  );
  expect(rows.map(({ number, sharesSerial }) => [number, sharesSerial])).toEqual([
    ["曲财农〔2020〕31号", true],
    ["云财农〔2020〕31号", true],
  ]);
  const page = await viewDocument(county, foundingDocumentId("曲财农〔2020〕31号"), TODAY);
  expect(page?.sameSerial.map(({ label }) => label)).toEqual(["云财农〔2020〕31号"]);
});

test("the register pages by key, there and back", async () => {
  const filter = { text: "", year: "", withVoid: false };
  const { rows } = await listDocuments(county, filter, ALL);
  const cursorOf = (after: string | null, before: string | null) => {
    return { cursor: { after, before }, size: 5 };
  };
  const first = await listDocuments(county, filter, cursorOf(null, null));
  const second = await listDocuments(county, filter, cursorOf(first.after, null));
  expect(second.rows).toEqual(rows.slice(5, 10));
  const back = await listDocuments(county, filter, cursorOf(null, second.before));
  expect(back.rows).toEqual(first.rows);
});

test("a document is registered once by issuer, number and day, and written anew by its area's office", async () => {
  const id = value(await addDocument(office, facts(), NOW));
  expect(kindOf(await addDocument(office, facts({ number: "曲财农（2020）88号" }), NOW))).toBe(
    "registered",
  );
  expect(kindOf(await addDocument(office, facts({ issuedOn: "2020-07-02" }), NOW))).toBe("done");
  expect(kindOf(await addDocument(chuxiong, facts(), NOW))).toBe("forbidden");
  const asked = { documentId: id, version: 1 };
  expect(kindOf(await rewriteDocument(chuxiong, asked, facts(), NOW))).toBe("notFound");
  const change = facts({ clauses: "三 只有一条", deadlines: "三 拨付 2020-06-30 拨付到位" });
  value(await rewriteDocument(office, asked, change, NOW));
  expect(kindOf(await rewriteDocument(office, asked, change, NOW))).toBe("changedByOthers");
  const page = await viewDocument(county, id, TODAY);
  expect(page?.document.clauses).toEqual([{ clause: "三", summary: "只有一条" }]);
  expect(page?.conflicts).toEqual([
    "“拨付”（三）的期限 2020-06-30 早于发文日期 1 天，印发时已经逾期。",
  ]);
  const { rows } = await at.owner.query<{ action: string }>(
    "SELECT action FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [id],
  );
  expect(rows.map(({ action }) => action)).toEqual(["document.add", "document.change"]);
});

test("what ships is not changed; what something rests on is not voided; the voided leaves the list", async () => {
  const founding = { documentId: foundingDocumentId("曲财农〔2020〕31号"), version: 1 };
  expect(kindOf(await rewriteDocument(office, founding, facts(), NOW))).toBe("founding");
  expect(kindOf(await voidDocument(office, founding, "错", NOW))).toBe("founding");
  const id = value(await addDocument(office, facts({ number: "曲财农〔2020〕90号" }), NOW));
  const later = facts({
    ...{ number: "曲财农〔2020〕91号", issuedOn: "2020-07-02", supersedesId: id },
  });
  const whyNot = async (change: Record<string, string>, who = office) => {
    const number = "曲财农〔2020〕92号";
    const outcome = await addDocument(who, facts({ number, supersedesId: id, ...change }), NOW);
    return outcome.ok ? "done" : "why" in outcome.refusal ? outcome.refusal.why : "other";
  };
  expect(await whyNot({ issuedOn: "2020-07-01" })).toBe("notLater");
  expect(await whyNot({ issuedOn: "2020-07-02", issuer: "曲靖市人社局" })).toBe("notHigher");
  const shanghai = foundingDocumentId("沪合组办〔2020〕9号");
  expect(await whyNot({ issuedOn: "2020-07-02", supersedesId: shanghai })).toBe("notProvince");
  const laterId = value(await addDocument(office, later, NOW));
  expect(kindOf(await voidDocument(office, { documentId: id, version: 1 }, "错", NOW))).toBe(
    "used",
  );
  expect((await viewDocument(county, id, TODAY))?.supersededBy.map((one) => one.id)).toEqual([
    laterId,
  ]);
  value(await voidDocument(office, { documentId: laterId, version: 1 }, "登记错了", NOW));
  const filter = { text: "曲财农〔2020〕91号", year: "", withVoid: false };
  expect((await listDocuments(office, filter, ALL)).rows).toEqual([]);
  expect((await listDocuments(office, { ...filter, withVoid: true }, ALL)).rows).toHaveLength(1);
});
