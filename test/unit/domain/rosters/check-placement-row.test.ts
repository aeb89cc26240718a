import { describe, expect, test } from "vitest";
import { findTable } from "~/domain/rosters/find-table";
import { placementLayout } from "~/domain/rosters/layouts/placement";
import { day } from "~/domain/shared/calendar-date";
import { idNumberOf } from "#test/builders/id-card-number";
import { checkedPlacement, homeOf, SOUND_LINE } from "#test/builders/placement-row";
import { sheet } from "#test/builders/sheet-row";
import { kindsOf } from "#test/builders/training-row";

const kinds = (cells: Parameters<typeof checkedPlacement>[0]) => kindsOf(checkedPlacement(cells));
const fields = (cells: Parameters<typeof checkedPlacement>[0]) => checkedPlacement(cells).fields;

describe("[R09] a line of the ledger", () => {
  test("a sound one has nothing to remark on, and is read whole", () => {
    const row = checkedPlacement();
    expect(row.findings).toEqual([]);
    expect(row.homeCounty).toEqual({ code: "532324", name: "南华县" });
    expect(row.fields).toEqual({
      ...{ township: "龙川镇", village: "大智阁村委会", employerName: "嘉定物流有限公司" },
      ...{ creditCode: "91310114EGLPXMHH7H", workplaceCode: "310114", jobTitle: "装卸工" },
      ...{ monthlyWageFen: 450_000, startedOn: "2020-05-06", contractKind: "LABOUR_CONTRACT" },
      ...{ arrangement: "ORGANISED", publicPost: false, statedForm: null, workerGroup: null },
      ...{ contractFrom: null, contractTo: null, endedOn: null, endReason: null, batchName: "" },
    });
  });

  test("every finding names its row, its column, what is wrong and what to do", () => {
    const broken = { county: "昆明", workplace: "某地", creditCode: "1", startedOn: "五月" };
    const { findings } = checkedPlacement({ ...broken, employer: "", phone: "123" }, {}, 17);
    expect(findings.length).toBeGreaterThanOrEqual(6);
    for (const { sheetRow, column, message } of findings) {
      expect(sheetRow).toBe(17);
      expect(placementLayout.fields.map(({ header }) => header)).toContain(column);
      expect(message).toMatch(/请|可以/);
    }
  });

  test("the examples of the template are a sound line", () => {
    const written = placementLayout.fields.filter(({ inTemplate }) => inTemplate);
    const examples = Object.fromEntries(written.map(({ key, example }) => [key, example]));
    expect(checkedPlacement(examples).findings).toEqual([]);
  });

  test("other headers of the same meaning are known", () => {
    const headers = ["县区", "姓名", "身份证号", "务工地省", "务工地县", "用工单位", "信用代码"];
    const more = ["到岗时间", "月工资", "就业形式", "人员类型", "组织形式", "企业联系人"];
    const { table } = findTable([sheet("台账", [[...headers, ...more]])], placementLayout);
    expect(table?.columns.map(({ key }) => key)).toEqual([
      ...["county", "name", "idCardNumber", "workProvince", "workplace", "employer", "creditCode"],
      ...["startedOn", "monthlyWage", "form", "workerGroup", "arrangement", null],
    ]);
  });
});

describe("whose person it is", () => {
  test("a county takes its own, named or not, and says who registers another's", () => {
    expect(kinds({ county: "" })).toEqual([]);
    expect(kinds({ county: "南华" })).toEqual([]);
    const row = checkedPlacement({ county: "牟定县" });
    expect(kindsOf(row)).toEqual(["other-county-row:refused"]);
    expect(row.findings[0]?.message).toContain("应由牟定县登记");
    expect(row.homeCounty).toBeNull();
  });

  test("a prefecture spreads the rows over its counties, and refuses one without or outside", () => {
    const inPrefecture = (county: string) =>
      checkedPlacement({ county }, { home: homeOf("prefecture") });
    expect(inPrefecture("武定县").homeCounty?.code).toBe("532329");
    expect(inPrefecture("禄丰县").homeCounty?.code).toBe("532302");
    expect(kindsOf(inPrefecture(""))).toEqual(["county-missing:refused"]);
    expect(kindsOf(inPrefecture("乌有县"))).toEqual(["county-unknown:refused"]);
    const outside = inPrefecture("宾川县");
    expect(kindsOf(outside)).toEqual(["other-county-row:refused"]);
    expect(outside.findings[0]?.message).toContain("不在楚雄彝族自治州");
  });
});

describe("the first day of work", () => {
  test.each(["2020-05-06", "2020/5/6", "2020.5.6", "2020年5月6日", "20200506", "2020-05-06 08:30"])(
    "%s is the sixth of May",
    (startedOn) => expect(fields({ startedOn }).startedOn).toBe("2020-05-06"),
  );

  test("the cut-off day still counts, the day after is refused", () => {
    expect(kinds({ startedOn: "2020-08-31" })).toEqual([]);
    expect(kinds({ startedOn: "2020-09-01" })).toEqual(["start-after-cut-off:refused"]);
  });

  test("without a cut-off day today still counts, tomorrow is refused", () => {
    const without = (startedOn: string) =>
      kindsOf(checkedPlacement({ startedOn }, { cutOffOn: null }));
    expect(without("2020-09-10")).toEqual([]);
    expect(without("2020-09-11")).toEqual(["start-in-future:refused"]);
  });

  test("a missing day, or none that can be read, is refused", () => {
    expect(kinds({ startedOn: "" })).toEqual(["start-unreadable:refused"]);
    expect(kinds({ startedOn: "2020-02-30" })).toEqual(["start-unreadable:refused"]);
  });

  test("[R09] sixteen on the first day is old enough, a day less is not", () => {
    const born = (bornOn: string) => ({ idCardNumber: idNumberOf("532324", bornOn, 563) });
    expect(kinds({ ...born("2004-05-06") })).toEqual([]);
    const young = checkedPlacement({ ...born("2004-05-07") });
    expect(kindsOf(young)).toEqual(["under-age:refused"]);
    expect(young.findings[0]?.message).toContain("上岗当日（2020-05-06）只有 15 周岁");
  });
});

describe("the employer", () => {
  test("is required; a formula is no name", () => {
    expect(kinds({ employer: " " })).toEqual(["employer-missing:refused"]);
    expect(kinds({ employer: "=1+1" })).toContain("employer-missing:refused");
  });

  test("a sound code in any spelling is taken, a missing one is a warning, a broken one is refused", () => {
    expect(fields({ creditCode: "９１３１０１１４eglpxmhh7h" }).creditCode).toBe(
      SOUND_LINE.creditCode,
    );
    expect(kinds({ creditCode: "" })).toEqual(["credit-code-missing:warning"]);
    expect(kinds({ creditCode: "无" })).toEqual(["credit-code-missing:warning"]);
    expect(kinds({ creditCode: "91310114EGLPXMHH7J" })).toEqual([
      "credit-code-check-character:refused",
    ]);
    expect(kinds({ creditCode: "9131011" })).toEqual(["credit-code-shape:refused"]);
  });
});

describe("wage, contract, arrangement and form", () => {
  test.each([
    ["4500", 450_000, []],
    ["4,500.50元/月", 450_050, []],
    ["500", 50_000, []],
    ["499.99", 49_999, ["wage-implausible:warning"]],
    ["50000", 5_000_000, []],
    ["50000.01", 5_000_001, ["wage-implausible:warning"]],
    ["1000001", null, ["wage-unreadable:warning"]],
    ["-300", null, ["wage-unreadable:warning"]],
    ["面议", null, ["wage-unreadable:warning"]],
    ["", null, []],
  ])("a wage of %s is %s fen", (monthlyWage, amount, expected) => {
    expect(fields({ monthlyWage }).monthlyWageFen).toBe(amount);
    expect(kinds({ monthlyWage })).toEqual(expected);
  });

  test.each([
    ["劳动合同", "LABOUR_CONTRACT"],
    ["固定期限劳动合同", "LABOUR_CONTRACT"],
    ["劳务协议", "SERVICE_AGREEMENT"],
    ["灵活就业", "FLEXIBLE"],
    ["未签", "NONE"],
  ])("a contract of %s is %s", (contractKind, expected) => {
    expect(fields({ contractKind }).contractKind).toBe(expected);
    expect(kinds({ contractKind })).toEqual([]);
  });

  test("what cannot be read is pointed out and says nothing", () => {
    const cells = { contractKind: "口袋", arrangement: "随便", publicPost: "也许", form: "别的" };
    expect(fields(cells)).toMatchObject({
      ...{ contractKind: null, arrangement: null, publicPost: null, statedForm: null },
    });
    expect(kinds(cells)).toEqual([
      ...["contractKind-unreadable:warning", "arrangement-unreadable:warning"],
      ...["public-post-unreadable:warning", "form-unreadable:warning"],
    ]);
    expect(kinds({ arrangement: "" })).toEqual(["arrangement-missing:warning"]);
  });
});

describe("[R26] the group of people", () => {
  test.each([
    ["返乡大学生", "RETURNED_GRADUATE"],
    ["返乡创业大学生", "RETURNED_GRADUATE"],
    ["大学生返乡创业", "RETURNED_GRADUATE"],
    ["致富 带头人", "LEADER"],
    ["农村致富带头人", "LEADER"],
    ["一般劳动力", "GENERAL"],
    ["", null],
  ])("the group %s is %s", (workerGroup, expected) => {
    expect(fields({ workerGroup }).workerGroup).toBe(expected);
    expect(kinds({ workerGroup })).toEqual([]);
  });

  test.each(["大学生", "建档立卡户", "返乡农民工", "是"])(
    "the group %s is none that is counted: pointed out with its row, cause and cure",
    (workerGroup) => {
      const row = checkedPlacement({ workerGroup }, {}, 9);
      expect(row.fields.workerGroup).toBeNull();
      expect(row.findings).toEqual([
        {
          ...{ sheetRow: 9, column: "人员类别", kind: "workerGroup-unreadable" },
          ...{ severity: "warning" },
          message: "认不出这一格。请填一般劳动力、返乡大学生、致富带头人。",
        },
      ]);
    },
  );
});

describe("the phone", () => {
  test("missing it is a warning, for the line says that somebody works; a wrong one is refused", () => {
    expect(kinds({ phone: "" })).toEqual(["phone-missing:warning"]);
    expect(kinds({ phone: "-" })).toEqual(["phone-missing:warning"]);
    expect(kinds({ phone: "1582730752" })).toEqual(["phone-format:refused"]);
  });
});

describe("privacy", () => {
  test("numbers typed into free columns are masked in what is kept in the clear", () => {
    const note = "联系人身份证532324198005055639";
    const row = checkedPlacement({ note, employer: `${note}农场`, jobTitle: "13812345678" });
    expect(JSON.stringify([row.fields, row.note])).not.toMatch(/\d{11}/);
    const place = checkedPlacement({ workplace: "532324198005055639" });
    expect(place.findings[0]?.message).not.toMatch(/\d{17}/);
  });

  test("a day after the ledger's own days is compared in the sheet's spelling of the date", () => {
    const later = { cutOffOn: day("2020-05-05") };
    const [finding] = checkedPlacement({}, later).findings;
    expect(finding?.message).toContain("晚于本表的统计截止日 2020-05-05");
  });
});
