import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import { packText, type RulePackFile } from "~/domain/rules/pack";
import { parameterForm } from "~/domain/rules/parameter-form";
import { day } from "~/domain/shared/calendar-date";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { refusePack, signOffPack } from "~/usecases/rules/decide-pack.server";
import { enterParameter } from "~/usecases/rules/enter-parameter.server";
import { exportPack } from "~/usecases/rules/export-pack.server";
import { importPack } from "~/usecases/rules/import-pack.server";
import { withdrawPack } from "~/usecases/rules/withdraw-pack.server";
import { withdrawParameter } from "~/usecases/rules/withdraw-parameter.server";
import { anActor } from "#test/builders/actor";
import { aPackFile, bringPack } from "#test/builders/rule-pack";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const AT = new Date("2020-06-20T02:00:00Z");
const NANHUA = "532323";
const bureau = anActor("prefectureSupervisor", "532300", "州局");
const office = anActor("cooperationOffice", "532300", "州扶贫办");
const county = anActor("reviewer", NANHUA, "县审核");
const officer = anActor("caseOfficer", NANHUA);
const stranger = anActor("prefectureSupervisor", "530300");

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

async function brought(actor: Actor, text: string) {
  const id = newId();
  await storeFile(id, Readable.from([Buffer.from(text)]), 1_000_000);
  return importPack(actor, id, AT);
}

async function aPack(pack: RulePackFile): Promise<{ packId: string; version: number }> {
  return { packId: await bringPack(bureau, pack, AT), version: 1 };
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

const rateIn = (regionCode: string, on: string) =>
  inTransaction(anActor("reviewer", regionCode), async (tx) => {
    const numbers = await numbersFor(tx, regionCode, [day(on)]);
    return numbers(day(on))("claim.stablePerson");
  });

const ofYear = (year: number, value = 500): RulePackFile => {
  const pack = aPackFile({ "claim.stablePerson": value }, { edition: String(year) });
  const [first] = pack.values;
  if (first === undefined) throw new Error("a pack has a value");
  const days = { fromOn: day(`${year}-01-01`), toOn: day(`${year}-12-31`) };
  return { ...pack, values: [{ ...first, ...days }] };
};

describe("[R14] a rule pack", () => {
  test("is in force once another person has signed it off, from its first day to its last", async () => {
    const asked = await aPack(ofYear(2021));
    expect(await rateIn(NANHUA, "2021-06-01")).toBeNull();
    expect(await signOffPack(bureau, asked, AT)).toMatchObject({ refusal: { kind: "ownPack" } });
    expect(await signOffPack(county, asked, AT)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await signOffPack(stranger, asked, AT)).toMatchObject({ refusal: { kind: "notFound" } });
    expect(await signOffPack(office, asked, AT)).toMatchObject({ ok: true });
    expect(await rateIn(NANHUA, "2021-01-01")).toEqual({
      ...{ value: 500, source: "某人社发〔2020〕1号 第三条", fromOn: "2021-01-01" },
      packId: asked.packId,
    });
    expect(await rateIn(NANHUA, "2020-12-31")).toBeNull();
    expect(await rateIn(NANHUA, "2022-01-01")).toBeNull();
    expect(await rateIn("530381", "2021-06-01")).toBeNull();
    const again = { ...asked, version: 2 };
    expect(await signOffPack(office, again, AT)).toMatchObject({ refusal: { kind: "wrongState" } });
  });

  test("goes out of force whole, never value by value, and may come in again", async () => {
    const asked = await aPack(ofYear(2022));
    await signOffPack(office, asked, AT);
    const { rows } = await at.owner.query<{ id: string }>(
      "SELECT id FROM parameter_value WHERE pack_id = $1",
      [asked.packId],
    );
    const single = await withdrawParameter(bureau, rows[0]?.id ?? "", AT);
    expect(single).toMatchObject({ refusal: { kind: "ofPack" } });
    const back = { ...asked, version: 2, reason: "文件已废止" };
    expect(await withdrawPack(county, back, AT)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await brought(bureau, packText(ofYear(2022)))).toMatchObject({
      refusal: { kind: "known" },
    });
    expect(await withdrawPack(bureau, { ...back, version: 1 }, AT)).toMatchObject({
      refusal: { kind: "changedByOthers" },
    });
    expect(await withdrawPack(bureau, back, AT)).toEqual({ ok: true, value: 1 });
    expect(await rateIn(NANHUA, "2022-06-01")).toBeNull();
    expect(await withdrawPack(bureau, { ...back, version: 3 }, AT)).toMatchObject({
      refusal: { kind: "wrongState" },
    });
    expect(await brought(bureau, packText(ofYear(2022)))).toMatchObject({ ok: true });
  });
});

describe("[R14] rule packs and what stands beside them", () => {
  test("a pack is not signed off over a value that stands from the same day", async () => {
    const typed = {
      ...{ parameter: "claim.stablePerson", regionCode: "532300", value: "450" },
      ...{ fromOn: "2023-01-01", toOn: "", source: "某文" },
    };
    // One person alone does not set what is paid, neither for the prefecture nor for a county.
    for (const [who, regionCode] of [
      [bureau, "532300"],
      [county, NANHUA],
    ] as const) {
      const alone = await enterParameter(who, parameterForm.parse({ ...typed, regionCode }), AT);
      expect(alone).toEqual({ ok: false, refusal: { kind: "needsPack" } });
    }
    const first = { ...ofYear(2023, 450), name: "先签发的标准" };
    expect(await signOffPack(office, await aPack(first), AT)).toMatchObject({ ok: true });
    const asked = await aPack(ofYear(2023));
    expect(await signOffPack(office, asked, AT)).toEqual({
      ok: false,
      refusal: { kind: "sameDays", labels: ["稳定就业补助标准（每人）"] },
    });
    const reason = "与已录入的标准冲突";
    expect(await refusePack(bureau, { ...asked, reason }, AT)).toMatchObject({
      refusal: { kind: "ownPack" },
    });
    expect(await refusePack(office, { ...asked, reason }, AT)).toMatchObject({ ok: true });
    expect((await rateIn(NANHUA, "2023-06-01"))?.value).toBe(450);
  });

  test("a pack comes in for an area of one's own, whole, and goes out as it came in", async () => {
    expect(await brought(county, packText(ofYear(2024)))).toMatchObject({
      refusal: { kind: "forbidden", regionCode: "532300" },
    });
    expect(await brought(officer, packText(ofYear(2024)))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await brought(bureau, "{}")).toMatchObject({ refusal: { kind: "unreadable" } });
    const pack = ofYear(2024);
    const { packId } = await aPack(pack);
    const file = await exportPack(county, packId, AT);
    expect(file.ok && (await textOf(file.value.bytes))).toBe(packText(pack));
    expect(await exportPack(stranger, packId, AT)).toMatchObject({ refusal: { kind: "notFound" } });
  });

  test("a pack leaves a trail at each step", async () => {
    const { rows } = await at.owner.query<{ action: string }>(
      "SELECT DISTINCT action FROM trail_event WHERE action LIKE 'pack.%' ORDER BY 1",
    );
    expect(rows.map(({ action }) => action)).toEqual(
      ["export", "import", "refuse", "signOff", "withdraw"].map((step) => `pack.${step}`),
    );
  });
});
