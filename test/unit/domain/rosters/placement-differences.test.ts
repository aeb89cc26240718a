import { describe, expect, test } from "vitest";
import { kindByCode } from "~/domain/employers/kind-by-code";
import {
  formToWrite,
  placementDifferences,
  type KnownPlacement,
} from "~/domain/rosters/placement-differences";
import { checkedPlacement } from "#test/builders/placement-row";

const KNOWN: KnownPlacement = {
  ...{ id: "1", township: "龙川镇", village: "大智阁村委会", creditCode: "91310114EGLPXMHH7H" },
  ...{ workplaceCode: "310114", jobTitle: "装卸工", monthlyWageFen: 450_000, note: "" },
  ...{ contractKind: "LABOUR_CONTRACT", arrangement: "ORGANISED", form: "FORMAL" },
  workerGroup: "GENERAL",
  ...{ contractFrom: null, contractTo: null, endedOn: null, endReason: "", batchName: "" },
};

type Cells = Parameters<typeof checkedPlacement>[0];
const given = (cells: Cells = {}) => {
  const { fields, note } = checkedPlacement(cells);
  return { ...fields, note };
};
const labels = (cells: Cells, known: Partial<KnownPlacement> = {}) =>
  placementDifferences(given(cells), { ...KNOWN, ...known }, (code) => code).map(
    ({ label }) => label,
  );

describe("a file's line against the ledger's", () => {
  test("the same says nothing, and neither do blank cells", () => {
    expect(labels({})).toEqual([]);
    const blank = { township: "", village: "", creditCode: "", jobTitle: "", monthlyWage: "" };
    expect(labels({ ...blank, contractKind: "", arrangement: "", publicPost: "" })).toEqual([]);
  });

  test("every other cell is told by its name", () => {
    const cells = { township: "沙桥镇", workplace: "松江区", monthlyWage: "4600", note: "夜班" };
    expect(labels(cells)).toEqual(["乡镇", "务工地", "月工资", "备注"]);
    expect(labels({}, { creditCode: null })).toEqual(["统一社会信用代码"]);
    const left = { endedOn: "2020-08-31", endReason: "返乡", batch: "第一批" };
    const all = { ...left, contractFrom: "2020-05-06", contractTo: "2021-05-05" };
    const told = ["合同起", "合同止", "离岗时间", "离岗原因", "输出批次"];
    expect(labels(all)).toEqual(told);
  });
});

describe("[R26] the form of employment", () => {
  test.each([
    ["劳动合同", "否", "FORMAL"],
    ["劳务协议", "否", "FLEXIBLE"],
    ["灵活就业", "否", "FLEXIBLE"],
    ["未签", "否", "FLEXIBLE"],
    ["劳动合同", "是", "PUBLIC_SERVICE"],
    ["", "", null],
  ])("a new line with %s, public post %s, is %s", (contractKind, publicPost, form) => {
    expect(formToWrite(given({ contractKind, publicPost }), null)).toBe(form);
  });

  test("a column of its own wins", () => {
    expect(formToWrite(given({ form: "自主创业" }), null)).toBe("ENTREPRENEURSHIP");
  });

  test("自主创业, which a file without that column cannot say, stays", () => {
    const known = { ...KNOWN, form: "ENTREPRENEURSHIP" } as const;
    expect(formToWrite(given({ contractKind: "劳务协议" }), known)).toBe("ENTREPRENEURSHIP");
    expect(formToWrite(given({ publicPost: "是" }), known)).toBe("PUBLIC_SERVICE");
  });

  test("a public post ends where the file says no, and stays where it is silent", () => {
    const known = { ...KNOWN, form: "PUBLIC_SERVICE" } as const;
    expect(formToWrite(given({ publicPost: "否" }), known)).toBe("FORMAL");
    expect(formToWrite(given({ publicPost: "" }), known)).toBe("PUBLIC_SERVICE");
  });

  test("what was set by hand stands until the contract changes", () => {
    const known = { ...KNOWN, form: "FLEXIBLE" } as const;
    expect(formToWrite(given(), known)).toBe("FLEXIBLE");
    expect(formToWrite(given({ contractKind: "劳务协议" }), KNOWN)).toBe("FLEXIBLE");
  });
});

describe("[R26] the group of people", () => {
  test("differs where the file states another, and stays where the file is silent or not understood", () => {
    expect(labels({ workerGroup: "返乡大学生" })).toEqual(["人员类别"]);
    const known = { workerGroup: "LEADER" } as const;
    expect(labels({ workerGroup: "一般劳动力" }, known)).toEqual(["人员类别"]);
    expect(labels({ workerGroup: "致富带头人" }, known)).toEqual([]);
    expect(labels({ workerGroup: "" }, known)).toEqual([]);
    expect(labels({ workerGroup: "某类" }, known)).toEqual([]);
  });

  test("has nothing to do with the form of employment: either changes without the other", () => {
    const known = { workerGroup: "LEADER", form: "ENTREPRENEURSHIP" } as const;
    expect(labels({ form: "正规就业" }, known)).toEqual(["就业形式"]);
    expect(labels({ form: "自主创业", workerGroup: "返乡大学生" }, known)).toEqual(["人员类别"]);
  });
});

test.each([
  ["91310114EGLPXMHH7H", "嘉定物流有限公司", "ENTERPRISE"],
  ["92530100MD49Q6YJDA", "老王小吃店", "SOLE_TRADER"],
  ["93530100MD49Q6YJDA", "核桃专业合作社", "COOPERATIVE"],
  ["12530100MD49Q6YJDA", "某医院", "INSTITUTION"],
  ["52530100MD49Q6YJDA", "某民办学校", "INSTITUTION"],
  [null, "核桃专业合作社", "COOPERATIVE"],
  [null, "某电子厂", "ENTERPRISE"],
  [null, "老王小吃店", "SOLE_TRADER"],
  [null, "王某", "HOUSEHOLD"],
])("the code %s or the name %s makes a %s", (code, name, kind) => {
  expect(kindByCode(code, name)).toBe(kind);
});
