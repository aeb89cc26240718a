import { describe, expect, test } from "vitest";
import { EMPLOYER_KINDS, mayLackCode, registeringRegion } from "~/domain/employers/employer";
import { employerDoubts } from "~/domain/employers/employer-doubts";
import { employerForm } from "~/domain/employers/employer-form";

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
