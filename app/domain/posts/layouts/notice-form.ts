import type { BlankForm } from "../../shared/filled-form";

/** 公示表: names masked, and no number at all. */
export const noticeFormLayout: BlankForm = {
  name: "公共服务岗位拟聘人员公示表",
  title: "沪滇劳务协作临时性公共服务岗位拟聘人员公示表",
  edition: "公共服务岗位公示表 2020 年第 1 版",
  unit: "人",
  rowsPerSheet: 9,
  signers: ["公示单位（盖章）", "张贴人", "监督人"],
  columns: [
    { key: "number", header: "序号", widthClass: "w-[14mm]", width: 6, number: "count" },
    { key: "name", header: "姓名", widthClass: "w-[40mm]", width: 12 },
    { key: "sex", header: "性别", widthClass: "w-[16mm]", width: 6 },
    { key: "place", header: "乡镇、行政村", widthClass: "w-[60mm]", width: 24 },
    { key: "title", header: "拟聘岗位", widthClass: "w-[45mm]", width: 16 },
    { key: "employer", header: "用人单位", widthClass: "w-[52mm]", width: 24 },
    { key: "term", header: "任期", widthClass: "w-[50mm]", width: 26 },
  ],
};
