import type { BlankForm, FormColumn } from "../../shared/filled-form";

/** The remark takes what the days of a shorter month leave. */
const REMARK: Readonly<Record<number, string>> = {
  28: "w-[28mm]",
  29: "w-[22mm]",
  30: "w-[16mm]",
  31: "w-[10mm]",
};

const DAYS = { number: "count", isSummed: true } as const;

/** 考勤表 of a month with so many days: a narrow column for each. */
export function attendanceFormLayout(days: number): BlankForm {
  const dayColumns = Array.from({ length: days }, (_, at): FormColumn => ({
    key: `day${at + 1}`,
    header: String(at + 1),
    widthClass: "w-[6mm]",
    width: 4,
  }));
  return {
    name: "公共服务岗位考勤表",
    title: "沪滇劳务协作临时性公共服务岗位考勤表",
    edition: "公共服务岗位考勤表 2020 年第 1 版",
    unit: "人",
    rowsPerSheet: 8,
    signers: ["用人单位", "考勤人", "审核人"],
    columns: [
      { key: "number", header: "序号", widthClass: "w-[9mm]", width: 6, number: "count" },
      { key: "name", header: "姓名", widthClass: "w-[23mm]", width: 12 },
      { key: "title", header: "岗位", widthClass: "w-[22mm]", width: 12 },
      ...dayColumns,
      { ...{ key: "worked", header: "出勤", widthClass: "w-[9mm]", width: 6 }, ...DAYS },
      { ...{ key: "leave", header: "请假", widthClass: "w-[9mm]", width: 6 }, ...DAYS },
      { ...{ key: "absent", header: "缺勤", widthClass: "w-[9mm]", width: 6 }, ...DAYS },
      { key: "note", header: "备注", widthClass: REMARK[days] ?? "w-[10mm]", width: 14 },
    ],
  };
}
