import { afterAll, expect, test } from "vitest";
import { foundingDocumentId, foundingTableId } from "~/data/funds/founding-reference.server";
import { fieldsOf } from "~/domain/funds/allocation-draft";
import { FOUNDING_TABLES } from "~/domain/funds/founding/founding-tables";
import { draftOfTable } from "~/domain/funds/table-draft";
import { regionName } from "~/platform/reference/region-codes.server";
import { checkDraft, pointedAt } from "~/routes/funds/allocations/check-draft.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform } from "#test/support/test-platform";

const at = await openTestPlatform();
afterAll(() => at.close());

const office = anActor("cooperationOffice", "530300", "曲协作");
const chuxiong = anActor("cooperationOffice", "532300", "楚协作");
const QUJING = foundingTableId("曲财农〔2020〕31号");
const founding = FOUNDING_TABLES.find(({ documentNumber }) => documentNumber.startsWith("曲"));
if (founding === undefined) throw new Error("no founding table");
const { allocation } = founding;
const areaName = (code: string) => regionName(code) ?? code;

test("[M04] a copy of the founding table is compared with it on the form, cell by cell", async () => {
  const { lines, ...head } = draftOfTable(allocation, { money: "WAN", areaName });
  const typed = (change: (line: (typeof lines)[number]) => Partial<(typeof lines)[number]>) => ({
    ...fieldsOf({ ...head, lines: lines.map((line) => ({ ...line, ...change(line) })) }),
    ...{ documentId: foundingDocumentId("曲财农〔2020〕31号"), regionCode: "530300" },
  });
  const wrong = await checkDraft(
    office,
    typed(({ isOffTable, economicCode, declared }) => ({
      declared: isOffTable ? "4570" : declared,
      economicCode: economicCode === "50502" ? "50299" : economicCode,
    })),
  );
  expect(wrong.balance?.wrong).toEqual([]);
  expect(Object.entries(pointedAt(wrong))).toEqual([
    [expect.stringMatching(/^line-\d+-economic$/), expect.stringContaining("50502")],
    [expect.stringMatching(/^line-\d+-declared$/), expect.stringContaining("4750 万元")],
  ]);
  const same = await checkDraft(
    office,
    typed(() => ({})),
  );
  expect(same.compared).toMatchObject({ tableId: QUJING, differences: [] });
  const unreadable = await checkDraft(office, { ...typed(() => ({})), "line-0-declared": "-1300" });
  expect(unreadable).toMatchObject({ balance: null, compared: null });
  const outside = await checkDraft(
    chuxiong,
    typed(() => ({})),
  );
  expect(outside.compared).toBeNull();
});
