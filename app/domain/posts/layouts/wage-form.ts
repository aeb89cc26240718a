import type { BlankForm } from "../../shared/filled-form";

const DAYS = { number: "count", isSummed: true } as const;
const MONEY = { number: "money", isSummed: true } as const;

/** 工资发放表: what was due, paid and signed for. */
export const wageFormLayout: BlankForm = {
  name: "公共服务岗位工资发放表",
  title: "临时性公共服务岗位工资发放表",
  edition: "公共服务岗位工资发放表 2020 年第 1 版",
  unit: "人",
  rowsPerSheet: 7,
  signers: ["编制人", "审核人", "财务", "单位负责人"],
  columns: [
    { key: "number", header: "序号", widthClass: "w-[10mm]", width: 6, number: "count" },
    { key: "name", header: "姓名", widthClass: "w-[21mm]", width: 12 },
    { key: "idCardNumber", header: "身份证号码", widthClass: "w-[40mm]", width: 22, mono: true },
    { key: "title", header: "岗位", widthClass: "w-[20mm]", width: 12 },
    {
      ...{ key: "rate", header: "月标准（元）", widthClass: "w-[17mm]", width: 12 },
      ...{ number: "money" as const },
    },
    { ...{ key: "worked", header: "出勤天数", widthClass: "w-[11mm]", width: 8 }, ...DAYS },
    { ...{ key: "rest", header: "休息天数", widthClass: "w-[11mm]", width: 8 }, ...DAYS },
    { ...{ key: "leave", header: "请假天数", widthClass: "w-[11mm]", width: 8 }, ...DAYS },
    { ...{ key: "absent", header: "缺勤天数", widthClass: "w-[11mm]", width: 8 }, ...DAYS },
    { ...{ key: "due", header: "应发（元）", widthClass: "w-[17mm]", width: 12 }, ...MONEY },
    {
      ...{ key: "adjust", header: "以前月份更正（元）", widthClass: "w-[17mm]", width: 14 },
      ...MONEY,
    },
    { ...{ key: "pay", header: "实发（元）", widthClass: "w-[17mm]", width: 12 }, ...MONEY },
    { key: "account", header: "收款账户", widthClass: "w-[27mm]", width: 24 },
    { key: "paid", header: "发放", widthClass: "w-[20mm]", width: 12 },
    { key: "receipt", header: "签收", widthClass: "w-[27mm]", width: 20 },
  ],
};
