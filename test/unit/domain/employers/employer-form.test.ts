import { describe, expect, test } from "vitest";
import { EMPLOYER_KINDS, mayLackCode, registeringRegion } from "~/domain/employers/employer";
import { employerDoubts, licenceDoubts } from "~/domain/employers/employer-doubts";
import { employerForm } from "~/domain/employers/employer-form";
import { day } from "~/domain/shared/calendar-date";

const CODE = "91310114EGLPXMHH7H";
const TYPED = { name: "嘉定物流有限公司", kind: "ENTERPRISE", creditCode: CODE };

const read = (change: Record<string, string> = {}) => employerForm.parse({ ...TYPED, ...change });
const faults = (change: Record<string, string>) => {
  const { error } = employerForm.safeParse({ ...TYPED, ...change });
  return Object.fromEntries(error?.issues.map(({ path, message }) => [path[0], message]) ?? []);
};

describe("the form of an employer", () => {
  test("reads a code in any width and case, and says what is wrong with one that is not sound", () => {
    expect(read({ creditCode: " ９１310114eglpxmhh7h " }).creditCode).toBe(CODE);
    expect(faults({ creditCode: CODE.slice(1) })).toEqual({
      creditCode: "统一社会信用代码应为 18 位数字和大写字母（不用 I、O、S、V、Z）",
    });
    expect(faults({ creditCode: `${CODE.slice(0, 17)}J` })).toEqual({
      creditCode: "统一社会信用代码的末位校验码不符，请对照证照核对",
    });
  });

  test.each(EMPLOYER_KINDS)("lets %s go without a code only where nobody must register", (kind) => {
    const asked = employerForm.safeParse({ ...TYPED, kind, creditCode: "" });
    expect(asked.success).toBe(mayLackCode(kind));
    expect(mayLackCode(kind)).toBe(["SOLE_TRADER", "COOPERATIVE", "HOUSEHOLD"].includes(kind));
  });

  test("knows no other kind, and no nameless employer", () => {
    expect(faults({ kind: "FACTORY" })).toEqual({ kind: "请选择单位类型" });
    expect(faults({ name: " " })).toEqual({ name: "请填写单位名称" });
    expect(read({ name: "厂".repeat(100) }).name).toHaveLength(100);
    expect(faults({ name: "厂".repeat(101) })).toEqual({ name: "单位名称不超过 100 个字" });
  });

  test("an empty phone leaves what stands, a new one replaces it, and only the box takes it away", () => {
    expect(read().contactPhone).toBeNull();
    expect(read({ contactPhone: "021-5952 1234" }).contactPhone).toBe("021-59521234");
    expect(read({ contactPhone: "139 1111 2222", dropPhone: "on" }).contactPhone).toBe(
      "13911112222",
    );
    expect(read({ dropPhone: "on" }).contactPhone).toBe("");
    expect(faults({ contactPhone: "1391111222" })).toHaveProperty("contactPhone");
  });
});

describe("the licence of an intermediary", () => {
  const whole = {
    licenceNo: "滇人社许〔2018〕1号",
    licenceFrom: "2018年3月1日",
    licenceTo: "2023-02-28",
  };
  const agency = (change: Record<string, string>) => ({
    kind: "INTERMEDIARY",
    ...whole,
    ...change,
  });

  test("is read with its days, and left out where nothing is typed", () => {
    expect(read(agency({})).licence).toEqual({
      ...{ number: "滇人社许〔2018〕1号", from: "2018-03-01", to: "2023-02-28" },
    });
    expect(read(agency({ licenceNo: " ", licenceFrom: "", licenceTo: "" })).licence).toBeNull();
    expect(read().licence).toBeNull();
  });

  test.each([
    [{ licenceNo: "" }, "licenceNo"],
    [{ licenceFrom: "" }, "licenceFrom"],
    [{ licenceTo: "" }, "licenceTo"],
    [{ licenceTo: "2018-02-28" }, "licenceTo"],
    [{ kind: "ENTERPRISE" }, "licenceNo"],
  ] as const)("%j is refused", (change, field) => {
    expect(Object.keys(faults(agency(change)))).toEqual([field]);
  });

  test("may last one day", () => {
    expect(read(agency({ licenceTo: "2018-03-01" })).licence?.to).toBe("2018-03-01");
  });

  test("is missed on an intermediary alone, and doubted outside its days", () => {
    const { licence } = read(agency({}));
    const kinds = (
      on: string,
      kind: "INTERMEDIARY" | "ENTERPRISE" = "INTERMEDIARY",
      one = licence,
    ) => licenceDoubts({ kind, licence: one }, day(on)).map((doubt) => doubt.kind);
    expect([kinds("2018-03-01"), kinds("2023-02-28")]).toEqual([[], []]);
    expect([kinds("2018-02-28"), kinds("2023-03-01")]).toEqual([["licenceOver"], ["licenceOver"]]);
    expect(kinds("2020-01-01", "INTERMEDIARY", null)).toEqual(["noLicence"]);
    expect(kinds("2020-01-01", "ENTERPRISE", null)).toEqual([]);
  });
});

describe("what to look into about an employer", () => {
  const doubts = (creditCode: string | null, kind: "ENTERPRISE" | "SOLE_TRADER" | "INTERMEDIARY") =>
    employerDoubts({ creditCode, kind }, (code) => code === "310114").map((doubt) => doubt.kind);

  test("the region of the register is characters 3 to 8 of the code", () => {
    expect(registeringRegion(CODE)).toBe("310114");
  });

  test("an employer with a fitting code of a known region raises none", () => {
    expect(doubts(CODE, "ENTERPRISE")).toEqual([]);
    expect(doubts(CODE, "INTERMEDIARY")).toEqual([]);
  });

  test("without a code it cannot be told from its namesake", () => {
    expect(doubts(null, "SOLE_TRADER")).toEqual(["noCode"]);
  });

  test("a company's code is not a sole trader's, and the other way round", () => {
    expect(doubts(CODE, "SOLE_TRADER")).toEqual(["otherKind"]);
    expect(doubts("92310114MA1GW0AB1C", "SOLE_TRADER")).toEqual([]);
    expect(doubts("92310114MA1GW0AB1C", "ENTERPRISE")).toEqual(["otherKind"]);
  });

  test("a region that no table has is doubted, the state's own register is not", () => {
    expect(doubts("91999999EGLPXMHH7H", "ENTERPRISE")).toEqual(["unknownRegion"]);
    expect(doubts("91100000EGLPXMHH7H", "ENTERPRISE")).toEqual([]);
  });
});
