import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { viewPlacement } from "~/data/placements/placement-view.server";
import { followUpForm } from "~/domain/placements/follow-up-form";
import { day } from "~/domain/shared/calendar-date";
import { addEvidence } from "~/usecases/placements/add-evidence.server";
import { rewritePlacement } from "~/usecases/placements/change-placement.server";
import { recordFollowUp } from "~/usecases/placements/record-follow-up.server";
import { registerPlacement } from "~/usecases/placements/register-placement.server";
import { verifyPlacement } from "~/usecases/placements/verify-placement.server";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildEmployer } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { value } from "../rosters/support";
import * as support from "./ledger-support";

const { aLine, aPicture, certificate, COUNTY, filing, FOREIGN, NOW, officer, somebody } = support;
const TODAY = day("2020-07-01");

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;
const register = async (
  person: Parameters<typeof registerPlacement>[1]["person"],
  change: Record<string, string> = {},
) => kindOf(await registerPlacement(officer, { person, filing: filing(change) }, NOW));
const rewrite = async (placementId: string, version: number, change: Record<string, string>) =>
  kindOf(await rewritePlacement(officer, { placementId, version }, filing(change), NOW));

async function row(id: string) {
  const { rows } = await at.owner.query<Record<string, unknown>>(
    `SELECT name, version, verified_category, employer_id, next_follow_up_on::text AS next
     FROM placement WHERE id = $1`,
    [id],
  );
  return rows[0] ?? {};
}

async function notCounted(id: string) {
  const head = await viewPlacementHead(officer, id, TODAY);
  return head === null ? null : (await viewPlacement(officer, head, TODAY)).notCounted;
}

describe("[R09] a line is verified by number and name", () => {
  const carried = { ...somebody(), name: "段金华" };
  const known = { ...somebody(), name: "罗志荣" };
  beforeAll(() => support.loadRegistry([carried, known], "2020-05-01"));

  test("a number that the registry carries under another name is refused, and nobody is entered", async () => {
    expect(await register({ ...carried, name: "冒名测试" })).toBe("registryOtherName");
    const { rowCount } = await at.owner.query("SELECT 1 FROM person WHERE name = '冒名测试'");
    expect(rowCount).toBe(0);
    expect(await register({ ...carried, name: "段 金华" })).toBe("done");
  });

  test("who is on record under another name is not verified, until the name is put right and asked again", async () => {
    const person = { ...known, name: "罗志华" };
    await at.owner.query("DELETE FROM registry_entry WHERE name = '罗志荣'");
    const id = await aLine(person);
    await support.loadRegistry([carried, known], "2020-05-02");
    const ask = (version: number) => verifyPlacement(officer, { placementId: id, version }, NOW);
    expect(kindOf(await ask(1))).toBe("done");
    expect(await row(id)).toMatchObject({ name: "罗志华", verified_category: null });
    expect(await notCounted(id)).toContain("NOT_REGISTERED");
    await at.owner.query("UPDATE person SET name = '罗志荣' WHERE name = '罗志华'");
    expect(kindOf(await ask(2))).toBe("done");
    expect(await row(id)).toMatchObject({ name: "罗志荣", verified_category: "LIFTED" });
  });
});

describe("nobody works before he is sixteen", () => {
  const born = (bornOn: string) => ({
    ...somebody(),
    idCardNumber: idNumberOf(COUNTY, bornOn, 37),
  });

  test("[R09] sixteen on the first day is old enough, a day less is not, and nobody works before his birth", async () => {
    expect(await register(born("2004-05-07"))).toBe("underAge");
    expect(await register(born("2004-05-06"))).toBe("done");
    expect(await register(born("1990-03-03"), { startedOn: "1985-01-01" })).toBe("underAge");
    const { rowCount } = await at.owner.query("SELECT 1 FROM person WHERE born_on = '1990-03-03'");
    expect(rowCount).toBe(0);
  });

  test("a correction is held to the same", async () => {
    const id = await aLine(born("2004-04-04"));
    expect(await rewrite(id, 1, { startedOn: "2020-04-03" })).toBe("underAge");
    expect(await rewrite(id, 1, { startedOn: "2020-04-04" })).toBe("done");
  });
});

describe("a first day that moves takes nothing of the record away", () => {
  const call = (contactedOn: string) =>
    followUpForm.parse({ outcome: "ON_JOB", contactedOn, method: "PHONE" });

  test("a contact or a proof from before it is named; up to it the day moves, and the next follow-up with it", async () => {
    const id = await aLine();
    const followUp = { placementId: id, version: 1, entry: call("2020-05-22") };
    value(await recordFollowUp(officer, followUp, NOW));
    expect((await row(id))["next"]).toBe("2020-06-06");
    expect(await rewrite(id, 2, { startedOn: "2020-05-23" })).toBe("afterContact");
    expect(await rewrite(id, 2, { startedOn: "2020-05-22" })).toBe("done");
    expect((await row(id))["next"]).toBe("2020-06-06");
    expect(await rewrite(id, 3, { startedOn: "2020-05-10" })).toBe("done");
    expect((await row(id))["next"]).toBe("2020-05-25");
  });

  test("the months that a standing proof speaks for stay within the job", async () => {
    const id = await aLine();
    const proof = { form: certificate(), placementIds: [id] };
    value(await addEvidence(officer, proof, await aPicture(), NOW));
    const { version } = await row(id);
    expect(await rewrite(id, Number(version), { startedOn: "2020-06-01" })).toBe("afterEvidence");
    expect(await rewrite(id, Number(version), { startedOn: "2020-05-31" })).toBe("done");
  });
});

describe("[R09] an employer told by his name alone", () => {
  const named = (employerName: string) => ({
    ...{ creditCode: "", employerName, employerKind: "HOUSEHOLD" },
  });

  test("is the county's own; a neighbour's of that name is another", async () => {
    const theirs = { name: "普大姐家", creditCode: null, ownerCode: FOREIGN };
    const neighbours = await buildEmployer(at.owner, theirs);
    const first = await row(await aLine(somebody(), named("普大姐家")));
    expect(first["employer_id"]).not.toBe(neighbours);
    const second = await row(await aLine(somebody(), named("普大姐家")));
    expect(second["employer_id"]).toBe(first["employer_id"]);
  });

  test("else the one registered employer of that name; two of them must be told apart by the code", async () => {
    const registered = { name: "王家农场", creditCode: "91310114MA1GT5XQ6B", ownerCode: FOREIGN };
    const known = await buildEmployer(at.owner, registered);
    const line = await row(await aLine(somebody(), named("王家农场")));
    expect(line["employer_id"]).toBe(known);
    await buildEmployer(at.owner, { ...registered, creditCode: "91310114MA1GT5XR4W" });
    expect(await register(somebody(), named("王家农场"))).toBe("employerAmbiguous");
  });
});
