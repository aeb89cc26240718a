import type { FormLayout } from "./form-layout";

/** 课程表: every session that stands, in the order of time. */
export const timetableLayout: FormLayout = {
  id: "timetable",
  name: "课程表",
  title: "沪滇劳务协作技能培训课程表",
  edition: "培训课程表 2020 年第 1 版",
  unit: "次",
  rowsPerSheet: 9,
  signers: ["培训机构", "填表人", "审核人"],
  columns: [
    { key: "number", header: "序号", widthClass: "w-[12mm]", width: 6 },
    { key: "day", header: "日期", widthClass: "w-[36mm]", width: 18 },
    { key: "hours", header: "时间", widthClass: "w-[30mm]", width: 14 },
    { key: "classHours", header: "课时", widthClass: "w-[14mm]", width: 6 },
    { key: "topic", header: "培训内容", widthClass: "w-[90mm]", width: 40, align: "left" },
    { key: "teacher", header: "教师", widthClass: "w-[35mm]", width: 14 },
    { key: "place", header: "地点", widthClass: "w-[60mm]", width: 28, align: "left" },
  ],
};
