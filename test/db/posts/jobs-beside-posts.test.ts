import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { viewAppointment } from "~/data/posts/appointment-view.server";
import { listBoard } from "~/data/posts/board-list-view.server";
import { jobsBesidePosts } from "~/data/posts/jobs-beside.server";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { buildAppointment, buildQuota } from "#test/builders/post";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aConfirmed,
  aVillager,
  FOREIGN,
  loadVillagers,
  officer,
  propose,
  told,
} from "./appointment-support";

/** Of `buildQuota`. */
const EMPLOYER = "镇人民政府";
let at: TestPlatform;
let quotaId: string;
beforeAll(async () => {
  at = await openTestPlatform();
  await loadVillagers();
  quotaId = await buildQuota(at.owner, { posts: 100 });
});
afterAll(() => at.close());

const job = async (
  startedOn: string,
  endedOn: string | null,
  form = "FORMAL",
  employerName: string | null = null,
) => {
  const person = await aVillager(at);
  const creditCode = null;
  const name = employerName ?? `某厂${person.idCardNumber.slice(-4)}`;
  const employerId = await buildEmployer(at.owner, { name, creditCode });
  const one = { personId: person.personId, employerId, startedOn, endedOn, form };
  return { person, placementId: await buildPlacement(at.owner, one) };
};

describe("[R12] a job on the same days is refused", () => {
  test("with its employer and days; the day before the post is free", async () => {
    const { person } = await job("2020-01-01", "2020-04-01");
    const refusal = await propose(person, quotaId);
    expect(told(refusal)).toBe("job");
    expect(JSON.stringify(refusal)).toContain("2020-01-01 至 2020-04-01 另有工作（某厂");
    const free = await job("2020-01-01", "2020-03-31");
    expect(told(await propose(free.person, quotaId))).toBe("done");
    const lasting = await job("2020-09-30", null);
    expect(told(await propose(lasting.person, quotaId))).toBe("job");
  });

  test.each([
    ["of this employer, in its days", "2020-04-01", null, EMPLOYER, "done", 0],
    ["of another employer", "2020-04-01", null, "沙桥镇人民政府", "job", 1],
    // Spaces in a name are nothing.
    ["begun the day before it", "2020-03-31", null, "镇 人民政府", "job", 1],
    ["ended the day after it", "2020-04-01", "2020-10-01", "镇人民 政府", "job", 1],
  ])("a placement as 公益性岗位 %s", async (_, startedOn, endedOn, employer, wanted, overlaps) => {
    const { person, placementId } = await job(startedOn, endedOn, "PUBLIC_SERVICE", employer);
    expect(told(await propose(person, quotaId))).toBe(wanted);
    // The other ledger says the same of a post that stands.
    if (wanted === "job") {
      await buildAppointment(at.owner, { personId: person.personId, quotaId });
    }
    const { rows } = await at.owner.query(
      "SELECT 1 FROM placement_overlap WHERE placement_id = $1",
      [placementId],
    );
    expect(rows).toHaveLength(overlaps);
  });

  test("a job entered later is found beside the post that stands, and none beside another", async () => {
    const { id, person } = await aConfirmed(at, quotaId);
    const { id: alone } = await aConfirmed(at, quotaId);
    const name = `后厂${person.idCardNumber.slice(-4)}`;
    const employerId = await buildEmployer(at.owner, { name, creditCode: null });
    const one = { personId: person.personId, employerId, startedOn: "2020-09-30", endedOn: null };
    await buildPlacement(at.owner, one);
    const found = await inTransaction(officer, (tx) => jobsBesidePosts(tx, [alone, id]));
    expect([...found]).toMatchObject([[id, [{ label: name, startsOn: "2020-09-30" }]]]);
    const on = day("2020-07-01");
    const head = await viewAppointmentHead(officer, id, on);
    const page = head === null ? null : await viewAppointment(officer, head);
    expect(page?.findings.map(({ kind }) => kind)).toEqual(["job"]);
    const top = { cursor: { after: null, before: null }, size: 50 };
    const place = { county: "", township: "", village: "", title: "", text: "" };
    const filter = { ...place, state: "found" as const, year: 2020, quota: null, import: null };
    const ids = (await listBoard(officer, filter, top, on)).rows.map((row) => row.id);
    expect([ids.includes(id), ids.includes(alone)]).toEqual([true, false]);
  });

  test("another county's job has no name", async () => {
    const { person, placementId } = await job("2020-05-01", null);
    // No trigger lets it go: only what was kept before they came can stand there.
    await at.owner.query("SET session_replication_role = replica");
    const move = "UPDATE placement SET county_code = $2 WHERE id = $1";
    await at.owner.query(move, [placementId, FOREIGN]);
    await at.owner.query("SET session_replication_role = origin");
    const refusal = JSON.stringify(await propose(person, quotaId));
    expect(refusal).toContain("其他县（市、区）登记");
    expect(refusal).not.toContain("某厂");
  });
});
