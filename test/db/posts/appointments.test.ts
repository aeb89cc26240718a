import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appointmentForm } from "~/domain/posts/appointment";
import { quotaAdjustment, quotaForm } from "~/domain/posts/quota";
import { adjustQuota, rewriteQuota } from "~/usecases/posts/change-quota.server";
import { changeAppointment, verifyAppointment } from "~/usecases/posts/change-appointment.server";
import { buildAppointment, buildQuota } from "#test/builders/post";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aConfirmed,
  aNotice,
  aStranger,
  aVillager,
  FOREIGN,
  foreigner,
  loadVillagers,
  NOW,
  officer,
  propose,
  rowOf,
  term,
  told,
  trailOf,
} from "./appointment-support";

let at: TestPlatform;
let quotaId: string;
/** Of `buildQuota`. */
const EMPLOYER = "镇人民政府";
const LONG = { fromOn: "2019-01-01", toOn: "2021-12-31" };
beforeAll(async () => {
  at = await openTestPlatform();
  await loadVillagers();
  quotaId = await buildQuota(at.owner, { ...LONG, posts: 100, monthlyRateFen: 120_000 });
});
afterAll(() => at.close());

const moved = (id: string, county = FOREIGN) =>
  at.owner.query("UPDATE post_appointment SET county_code = $2 WHERE id = $1", [id, county]);

async function findingsOf(id: string) {
  const { findings } = await rowOf(at, id);
  return findings as { kind: string; message: string; to: string | null }[];
}

test("[R12] a proposed post takes over rate, title and fund, and the registry is asked for its first day", async () => {
  const person = await aVillager(at);
  const id = value(await propose(person, quotaId));
  expect(await rowOf(at, id)).toMatchObject({
    ...{ state: "proposed", title: "护林员", monthly_rate_fen: 120_000, name: person.name },
    ...{ verified_category: expect.any(String) as string, findings: [] },
  });
  const [trail] = await trailOf(at, id);
  expect(trail?.action).toBe("post.appoint");
  expect(trail?.detail).not.toContain(person.idCardNumber);
});

test("[R12] whom the registry does not carry is proposed with that finding", async () => {
  const id = value(await propose(await aStranger(at, 7), quotaId));
  expect((await findingsOf(id)).map(({ kind }) => kind)).toEqual(["not-registered"]);
});

describe("[R12] the term is three to six whole months by date", () => {
  test.each([
    ["six months to the day", "2020-04-01", "2020-09-30", "done"],
    ["a day longer", "2020-04-01", "2020-10-01", "term-too-long"],
    ["from a 31st to the end of a leap February", "2019-08-31", "2020-02-29", "done"],
    ["a day beyond a leap February", "2019-08-31", "2020-03-01", "term-too-long"],
    ["to the end of a common February", "2020-08-31", "2021-02-28", "done"],
    ["a day beyond a common February", "2020-08-31", "2021-03-01", "term-too-long"],
    ["three months to the day", "2020-04-01", "2020-06-30", "done"],
    ["a day shorter without a reason", "2020-04-01", "2020-06-29", "term-short"],
    ["an end before the first day", "2020-04-02", "2020-04-01", "term-backwards"],
  ])("%s", async (_, startsOn, endsOn, wanted) => {
    expect(told(await propose(await aVillager(at), quotaId, { startsOn, endsOn }))).toBe(wanted);
  });

  test("the latest day is told, and a reason makes a short one a warning", async () => {
    const person = await aVillager(at);
    const long = await propose(person, quotaId, { endsOn: "2020-12-31" });
    expect(JSON.stringify(long)).toContain("最晚到 2020-09-30");
    const short = { endsOn: "2020-06-29", shortReason: "防疫值守到六月" };
    const id = value(await propose(person, quotaId, short));
    expect((await findingsOf(id)).map(({ kind }) => kind)).toEqual(["term-short"]);
  });
});

describe("[R12] one person holds one post", () => {
  test("in his own county the other is named, from the day after it he may hold the next", async () => {
    const person = await aVillager(at);
    value(await propose(person, quotaId, { endsOn: "2020-06-30" }));
    const same = await propose(person, quotaId, { startsOn: "2020-06-30", endsOn: "2020-09-30" });
    expect(told(same)).toBe("other-post");
    expect(JSON.stringify(same)).toContain("2020-04-01 至 2020-06-30 已有公共服务岗位（护林员）");
    const after = await propose(person, quotaId, { startsOn: "2020-07-01", endsOn: "2020-09-30" });
    expect(told(after)).toBe("done");
  });

  test("another county's is told by its days only", async () => {
    const person = await aVillager(at);
    const { personId } = person;
    await moved(await buildAppointment(at.owner, { personId, quotaId, endsOn: "2020-06-30" }));
    const refusal = await propose(person, quotaId);
    expect(told(refusal)).toBe("other-post");
    expect(JSON.stringify(refusal)).not.toContain("护林员");
    expect(JSON.stringify(refusal)).toContain("其他县（市、区）");
  });

  test("of two officers who write at once one is told", async () => {
    const person = await aVillager(at);
    const both = await Promise.all([propose(person, quotaId), propose(person, quotaId)]);
    expect(both.map(told).sort()).toEqual(["done", "other-post"]);
  });
});

describe("[R12] terms with no real gap are one chain, found across counties, and need a reason", () => {
  /** In another county he held one from January to March. */
  const personWithFormer = async () => {
    const person = await aVillager(at);
    const { personId } = person;
    const former = { startsOn: "2020-01-01", endsOn: "2020-03-31" };
    await moved(await buildAppointment(at.owner, { personId, quotaId, ...former }));
    return person;
  };

  test.each([
    ["30 days between are none", "2020-05-01", ["chain"]],
    ["31 days between begin anew", "2020-05-02", []],
  ])("%s", async (_, startsOn, wanted) => {
    const person = await personWithFormer();
    const days = { startsOn, endsOn: "2020-08-31" };
    const unsaid = told(await propose(await personWithFormer(), quotaId, days));
    expect(unsaid).toBe(wanted.length > 0 ? "chain" : "done");
    const said = { ...days, shortReason: "上游修坝，护河岗接着用人" };
    const id = value(await propose(person, quotaId, said));
    const found = await findingsOf(id);
    expect(found.map(({ kind }) => kind)).toEqual(wanted);
    for (const { message, to } of found) {
      expect(message).toContain("2020-01-01 至 2020-08-31");
      expect([message.includes("护林员"), to]).toEqual([false, null]);
    }
  });
});

describe("[R12] no more people than posts on one day", () => {
  test("the day after somebody's last one his post is free", async () => {
    const one = await buildQuota(at.owner, { ...LONG, posts: 1 });
    value(await propose(await aVillager(at), one, { endsOn: "2020-06-30" }));
    const next = await aVillager(at);
    const days = { startsOn: "2020-06-30", endsOn: "2020-09-30" };
    const full = await propose(next, one, days);
    expect(told(full)).toBe("quota-full");
    expect(JSON.stringify(full)).toContain("2020-06-30 已有 1 人");
    expect(told(await propose(next, one, { ...days, startsOn: "2020-07-01" }))).toBe("done");
  });

  test("of two who are proposed at once for the last post one is told", async () => {
    const last = await buildQuota(at.owner, { ...LONG, posts: 1 });
    const [a, b] = [await aVillager(at), await aVillager(at)];
    const both = await Promise.all([propose(a, last), propose(b, last)]);
    expect(both.map(told).sort()).toEqual(["done", "quota-full"]);
  });

  test("a term outside the quota's days, and a quota of another county, are refused", async () => {
    const short = await buildQuota(at.owner, { fromOn: "2020-04-01", toOn: "2020-09-29" });
    const person = await aVillager(at);
    expect(told(await propose(person, short))).toBe("quota-days");
    const theirs = await buildQuota(at.owner, { countyCode: FOREIGN });
    expect(told(await propose(person, theirs))).toBe("quotaUnknown");
    expect(told(await propose(person, theirs, {}, foreigner))).toBe("personUnknown");
  });
});

test("[R12] on his sixteenth birthday he may begin, not the day before", async () => {
  const child = await aStranger(at, 11, "2004-05-01");
  const days = { startsOn: "2020-04-30", endsOn: "2020-09-30" };
  expect(told(await propose(child, quotaId, days))).toBe("under-age");
  expect(told(await propose(child, quotaId, { ...days, startsOn: "2020-05-01" }))).toBe("done");
});

test("[R12] a quota's new rate and area leave what was agreed alone; fewer posts than holders are refused", async () => {
  const own = await buildQuota(at.owner, { ...LONG, posts: 2 });
  const id = value(await propose(await aVillager(at), own));
  const facts = {
    ...{ township: "龙川镇", kind: "FOREST_GUARD", title: "巡山员", employer: "镇政府" },
    ...{ fundSource: "资金", documentNumber: "某号", monthlyRateFen: "1500", ...LONG },
  };
  const asked = { quotaId: own, version: 1 };
  const changed = quotaForm.parse({ ...facts, posts: "1" });
  expect(told(await rewriteQuota(officer, asked, changed, NOW))).toBe("done");
  expect(await rowOf(at, id)).toMatchObject({ title: "护林员", monthly_rate_fen: 100_000 });
  expect(told(await rewriteQuota(officer, asked, changed, NOW))).toBe("changedByOthers");
  const [second] = [await buildQuota(at.owner, { ...LONG, posts: 2 })];
  for (const person of [await aVillager(at), await aVillager(at)]) await propose(person, second);
  const fewer = { quotaId: second, version: 1 };
  expect(told(await rewriteQuota(officer, fewer, changed, NOW))).toBe("fewerThanHeld");
});

test("[R12] with somebody confirmed or told of, only number, last day and note of a quota change, for a reason", async () => {
  const own = await buildQuota(at.owner, { ...LONG, posts: 2 });
  await aConfirmed(at, own);
  const asked = { quotaId: own, version: 1 };
  const facts = quotaForm.parse({
    ...{ kind: "FOREST_GUARD", title: "护林员", employer: EMPLOYER, monthlyRateFen: "600" },
    ...{ fundSource: "县财政", documentNumber: "某号", posts: "2", ...LONG },
  });
  expect(told(await rewriteQuota(officer, asked, facts, NOW))).toBe("bound");
  const adjust = async (posts: string, toOn: string, version = 1) => {
    const typed = quotaAdjustment.parse({ posts, toOn, reason: "追加指标" });
    return told(await adjustQuota(officer, { quotaId: own, version }, typed, NOW));
  };
  expect(await adjust("2", "2020-09-29")).toBe("holdersOutside");
  expect(await adjust("3", "2020-09-30")).toBe("done");
  expect(await adjust("1", "2020-09-30", 2)).toBe("done");
  expect((await trailOf(at, own))[0]?.detail).toContain("追加指标");
  expect(quotaAdjustment.safeParse({ posts: "1", toOn: "2020-09-30", reason: "" }).success).toBe(
    false,
  );
  await aNoticeOfOne();
});

/** Told to the public is enough: what hangs on the wall names the post. */
async function aNoticeOfOne() {
  const own = await buildQuota(at.owner, { ...LONG, posts: 1 });
  await aNotice([value(await propose(await aVillager(at), own))]);
  const asked = { quotaId: own, version: 1 };
  const facts = quotaForm.parse({
    ...{ kind: "FOREST_GUARD", title: "护林员", employer: EMPLOYER, monthlyRateFen: "600" },
    ...{ fundSource: "县财政", documentNumber: "某号", posts: "1", ...LONG },
  });
  expect(told(await rewriteQuota(officer, asked, facts, NOW))).toBe("bound");
}

test.each([
  ["无", false],
  ["没有写", false],
  ["防疫值守", true],
  ["", true],
])("任期说明 %j is taken: %s", (shortReason, isTaken) => {
  const typed = { quotaId, startsOn: "2020-04-01", endsOn: "2020-09-30", shortReason };
  expect(appointmentForm.safeParse(typed).success).toBe(isTaken);
});

test("[R12] a proposed post is corrected and asked about anew; a confirmed one is not", async () => {
  const person = await aStranger(at, 21);
  const id = value(await propose(person, quotaId));
  const asked = { appointmentId: id, version: 1 };
  const form = term(quotaId, { startsOn: "2020-05-01" });
  expect(told(await changeAppointment(officer, asked, form, NOW))).toBe("done");
  const [trail] = await trailOf(at, id);
  expect(trail?.detail).toContain("上岗 2020-04-01");
  expect(told(await verifyAppointment(officer, { ...asked, version: 2 }, NOW))).toBe("done");
  const confirmed = await aConfirmed(at, quotaId);
  const { version } = await rowOf(at, confirmed.id);
  const late = { appointmentId: confirmed.id, version: Number(version) };
  expect(told(await changeAppointment(officer, late, form, NOW))).toBe("confirmed");
});
