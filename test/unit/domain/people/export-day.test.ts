import { describe, expect, it } from "vitest";
import { exportDay, type ReadExport } from "~/domain/people/export-day";

const TODAY = "2020-07-01";

function read(change: Partial<ReadExport> = {}): ReadExport {
  return { exportedOn: "2020-06-20", entryCount: 3, refusedCount: 0, refusals: [], ...change };
}

function refusal(given: ReadExport, entered = ""): string {
  const outcome = exportDay(given, entered, TODAY);
  if (outcome.ok) throw new Error(`taken as ${outcome.value}`);
  return outcome.refusal.message;
}

describe("[R01] the day of an export", () => {
  it("is the file's own, entered or not", () => {
    expect(exportDay(read(), "", TODAY)).toEqual({ ok: true, value: "2020-06-20" });
    expect(exportDay(read(), "2020-06-20", TODAY)).toEqual({ ok: true, value: "2020-06-20" });
  });

  it("is what was entered where the file says nothing", () => {
    const silent = read({ exportedOn: "" });
    expect(exportDay(silent, "2020-06-19", TODAY)).toEqual({ ok: true, value: "2020-06-19" });
    expect(refusal(silent)).toContain("填写从平台导出的日期");
  });

  it("is refused when the two differ, naming both", () => {
    expect(refusal(read(), "2020-06-19")).toMatch(/2020-06-19.*2020-06-20/);
  });

  it("may be today, not tomorrow", () => {
    expect(exportDay(read({ exportedOn: TODAY }), "", TODAY).ok).toBe(true);
    expect(refusal(read({ exportedOn: "2020-07-02" }))).toContain("晚于今天");
  });

  it("needs somebody in the file; otherwise the first row's reason is given", () => {
    expect(refusal(read({ entryCount: 0 }))).toContain("没有人员数据");
    const first = { sheetRow: 2, name: "", maskedId: "", message: "姓名：没有填写。" };
    const wrong = read({ entryCount: 0, refusedCount: 5, refusals: [first] });
    expect(refusal(wrong)).toBe("5 行全部有误，没有可导入的人员。第 2 行：姓名：没有填写。");
  });
});
