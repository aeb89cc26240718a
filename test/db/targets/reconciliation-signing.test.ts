import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { listReconciliationSteps } from "~/data/targets/reconciliation-history-view.server";
import { day } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { drawCountyList } from "~/usecases/targets/draw-county-list.server";
import { enterDistrictFigure } from "~/usecases/targets/enter-district-figure.server";
import { explainDifferences } from "~/usecases/targets/explain-differences.server";
import { importDistrictList } from "~/usecases/targets/import-district-list.server";
import { openReconciliation } from "~/usecases/targets/open-reconciliation.server";
import { signReconciliation } from "~/usecases/targets/sign-reconciliation.server";
import { withdrawReconciliationSignature } from "~/usecases/targets/withdraw-reconciliation-signature.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildEmployer } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as world from "./reconciliation-world";

const { asked, COUNTY, district, kindOf, linesOf, MAY, NOW, officer, pageOf, reviewer } = world;
const { stepsOf, supervisor, TODAY, valueOf } = world;

const colleague = anActor("reviewer", COUNTY, "赵审核");

let platform: TestPlatform;
let employerId: string;

beforeAll(async () => {
  platform = await openTestPlatform();
  employerId = await buildEmployer(platform.owner);
  await world.pair(platform, world.DISTRICT, "2020-01-01");
});
afterAll(() => platform.close());

const placed = (name: string, startedOn: string) =>
  world.somebodyPlaced(platform, name, employerId, { startedOn });

test("[R21] whatever changes after a signature makes it fall, and what changes nothing does not", async () => {
  const april = { ...MAY, month: day("2020-04-01") };
  await placed("四月甲", "2020-04-02");
  const id = valueOf(await openReconciliation(officer, april, NOW));
  valueOf(await enterDistrictFigure(district, await asked(id), 1, NOW));
  const sign = async () =>
    valueOf(await signReconciliation(reviewer, await asked(id), "county", NOW));
  const signed = async () => (await pageOf(id)).county.signed !== null;

  await sign();
  valueOf(await drawCountyList(officer, await asked(id), NOW));
  valueOf(await enterDistrictFigure(district, await asked(id), 1, NOW));
  valueOf(await explainDifferences(officer, await asked(id), { lines: [], whole: "" }, NOW));
  expect(await signed()).toBe(true);

  await placed("四月乙", "2020-04-03");
  valueOf(await drawCountyList(officer, await asked(id), NOW));
  expect(await signed()).toBe(false);
  expect((await stepsOf(id))[0]).toBe("COUNTY_LIST");
  expect(await stepsOf(id)).toContain("SIGNATURE_FELL");
  expect(kindOf(await signReconciliation(reviewer, await asked(id), "county", NOW))).toBe(
    "differenceUnexplained",
  );

  const whole = (text: string) => ({ lines: [], whole: text });
  valueOf(await explainDifferences(district, await asked(id), whole("一人尚未到岗"), NOW));
  await sign();
  valueOf(await explainDifferences(officer, await asked(id), whole("一人月底才到岗"), NOW));
  expect(await signed()).toBe(false);

  await sign();
  valueOf(await enterDistrictFigure(district, await asked(id), 2, NOW));
  expect(await signed()).toBe(false);
  expect((await pageOf(id)).explanation).toBe("");

  await sign();
  const withdrawn = (by: Actor) => withdrawReconciliationSignature(by, id, "county", NOW);
  expect(kindOf(await withdrawn(colleague))).toBe("notOwn");
  // The prefecture opens a locked month again; it neither signs for a county nor takes its signature away.
  expect(kindOf(await withdrawn(supervisor))).toBe("forbidden");
  expect(kindOf(await withdrawReconciliationSignature(reviewer, id, "county", NOW))).toBe("done");
  expect(await signed()).toBe(false);
});

test("[R21] two sides that sign at the same moment lock the month once", async () => {
  const march = { ...MAY, month: day("2020-03-01") };
  await placed("三月甲", "2020-03-01");
  const id = valueOf(await openReconciliation(officer, march, NOW));
  valueOf(await enterDistrictFigure(district, await asked(id), 1, NOW));
  const given = await asked(id);
  const outcomes = await Promise.all([
    signReconciliation(reviewer, given, "county", NOW),
    signReconciliation(district, given, "district", NOW),
    signReconciliation(colleague, given, "county", NOW),
  ]);
  const locks = outcomes.filter((one) => one.ok && one.value.isLocked);
  expect([locks.length, (await pageOf(id)).state]).toEqual([1, "locked"]);
  expect((await stepsOf(id)).filter((kind) => kind === "COUNTY_SIGNED")).toHaveLength(1);
  expect((await stepsOf(id)).filter((kind) => kind === "LOCKED")).toHaveLength(1);
});

test("[R21] a form drawn from an older page is refused, and nobody signs for both sides", async () => {
  const id = valueOf(await openReconciliation(officer, { ...MAY, measure: "ALL_PLACED" }, NOW));
  const before = await asked(id);
  const { figure } = (await pageOf(id)).county;
  valueOf(await enterDistrictFigure(district, before, figure ?? 0, NOW));
  expect(kindOf(await enterDistrictFigure(district, before, 3, NOW))).toBe("changedByOthers");
  expect(kindOf(await drawCountyList(officer, before, NOW))).toBe("changedByOthers");
  expect(kindOf(await signReconciliation(reviewer, before, "county", NOW))).toBe("changedByOthers");
  const ofBoth = { ...district, assignments: [...district.assignments, ...reviewer.assignments] };
  expect(kindOf(await signReconciliation(ofBoth, await asked(id), "district", NOW))).toBe("done");
  expect(kindOf(await signReconciliation(ofBoth, await asked(id), "county", NOW))).toBe(
    "samePerson",
  );
  const drawer = { ...officer, assignments: [...officer.assignments, ...reviewer.assignments] };
  expect(kindOf(await signReconciliation(drawer, await asked(id), "county", NOW))).toBe("ownList");
});

test("[R21] a list with a bad row writes nothing, and its file's digest is kept when it is taken", async () => {
  const id = valueOf(await openReconciliation(officer, { ...MAY, measure: "LOCAL_PLACED" }, NOW));
  const number = idNumberOf(COUNTY, "1988-08-08", 3);
  const bad = await world.aDistrictList([
    ...([
      ["某甲", number],
      ["某乙", number],
      ["", "123"],
    ] as const),
  ]);
  const outcome = await importDistrictList(district, await asked(id), bad, NOW);
  const problems =
    !outcome.ok && outcome.refusal.kind === "problems" ? outcome.refusal.problems : [];
  expect(problems.map(({ sheetRow }) => sheetRow)).toEqual([3, 4, 4]);
  expect(await pageOf(id)).toMatchObject({ district: { figure: null }, version: 2 });
  const empty = await world.aDistrictList([]);
  expect(kindOf(await importDistrictList(district, await asked(id), empty, NOW))).toBe(
    "unreadable",
  );
  const good = await world.aDistrictList([["某甲", number]]);
  valueOf(await importDistrictList(district, await asked(id), good, NOW));
  const steps = await listReconciliationSteps(supervisor, id, TODAY);
  expect(steps?.[0]).toMatchObject({
    fileName: "嘉定区名单.xlsx",
    sha256: good.sha256.toString("hex"),
  });
  expect((await linesOf(id, "DISTRICT"))[0]?.maskedId).toBe(maskIdCardNumber(number));
  // A number instead of the list gives the list up.
  valueOf(await enterDistrictFigure(district, await asked(id), 1, NOW));
  expect(await linesOf(id, "DISTRICT")).toEqual([]);
});
