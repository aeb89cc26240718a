import type { BlankForm } from "../../shared/filled-form";

/** 名册: who holds a post in the month. */
export const holderFormLayout: BlankForm = {
  name: "公共服务岗位人员名册",
  title: "沪滇劳务协作临时性公共服务岗位人员名册",
  edition: "公共服务岗位人员名册 2020 年第 1 版",
  unit: "人",
  rowsPerSheet: 8,
  signers: ["用人单位", "填表人", "审核人"],
  columns: [
    { key: "number", header: "序号", widthClass: "w-[10mm]", width: 6, number: "count" },
    { key: "name", header: "姓名", widthClass: "w-[24mm]", width: 12 },
    { key: "sex", header: "性别", widthClass: "w-[10mm]", width: 6 },
    { key: "idCardNumber", header: "身份证号码", widthClass: "w-[44mm]", width: 22, mono: true },
    { key: "phone", header: "联系电话", widthClass: "w-[28mm]", width: 14, mono: true },
    { key: "place", header: "乡镇、行政村", widthClass: "w-[40mm]", width: 20 },
    { key: "status", header: "脱贫状态", widthClass: "w-[20mm]", width: 12 },
    { key: "title", header: "岗位名称", widthClass: "w-[28mm]", width: 14 },
    {
      ...{ key: "rate", header: "月工资（元）", widthClass: "w-[19mm]", width: 12 },
      ...{ number: "money" as const, isSummed: true },
    },
    { key: "startsOn", header: "上岗日期", widthClass: "w-[25mm]", width: 12 },
    { key: "lastDay", header: "任期截止（退岗）", widthClass: "w-[29mm]", width: 16 },
  ],
};
