import type { FormLayout } from "./form-layout";

/** 考勤汇总表: one trainee a row, hours due and attended, sessions by state. */
export const attendanceSummaryLayout: FormLayout = {
  id: "attendance-summary",
  name: "考勤汇总表",
  title: "沪滇劳务协作技能培训考勤汇总表",
  edition: "培训考勤汇总表 2020 年第 1 版",
  unit: "人",
  rowsPerSheet: 9,
  signers: ["班主任", "填表人", "审核人"],
  columns: [
    { key: "number", header: "序号", widthClass: "w-[12mm]", width: 6 },
    { key: "name", header: "姓名", widthClass: "w-[40mm]", width: 16 },
    { key: "sex", header: "性别", widthClass: "w-[14mm]", width: 6 },
    { key: "dueHours", header: "应到课时", widthClass: "w-[20mm]", width: 10 },
    { key: "attendedHours", header: "出勤课时", widthClass: "w-[20mm]", width: 10 },
    { key: "share", header: "出勤率", widthClass: "w-[18mm]", width: 8 },
    { key: "PRESENT", header: "出勤（次）", widthClass: "w-[21mm]", width: 8 },
    { key: "LATE", header: "迟到（次）", widthClass: "w-[21mm]", width: 8 },
    { key: "LEFT_EARLY", header: "早退（次）", widthClass: "w-[21mm]", width: 8 },
    { key: "ON_LEAVE", header: "请假（次）", widthClass: "w-[21mm]", width: 8 },
    { key: "ABSENT", header: "缺勤（次）", widthClass: "w-[21mm]", width: 8 },
    { key: "unmarked", header: "未登记（次）", widthClass: "w-[23mm]", width: 10 },
    { key: "note", header: "备注", widthClass: "w-[25mm]", width: 12 },
  ],
};
