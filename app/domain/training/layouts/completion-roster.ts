import type { FormLayout } from "./form-layout";

/** 结业名册: who ended the class how, and with which certificate. */
export const completionRosterLayout: FormLayout = {
  id: "completion-roster",
  name: "结业名册",
  title: "沪滇劳务协作技能培训结业名册",
  edition: "培训结业名册 2020 年第 1 版",
  unit: "人",
  rowsPerSheet: 9,
  signers: ["培训机构", "填表人", "审核人"],
  columns: [
    { key: "number", header: "序号", widthClass: "w-[12mm]", width: 6 },
    { key: "name", header: "姓名", widthClass: "w-[32mm]", width: 16 },
    { key: "sex", header: "性别", widthClass: "w-[12mm]", width: 6 },
    { key: "idCardNumber", header: "身份证号码", widthClass: "w-[46mm]", width: 22, mono: true },
    { key: "phone", header: "联系电话", widthClass: "w-[30mm]", width: 14, mono: true },
    { key: "result", header: "结业结果", widthClass: "w-[22mm]", width: 10 },
    { key: "certificateKind", header: "证书类别", widthClass: "w-[40mm]", width: 20 },
    { key: "certificateNo", header: "证书编号", widthClass: "w-[55mm]", width: 26 },
    { key: "issuedOn", header: "发证日期", widthClass: "w-[28mm]", width: 12 },
  ],
};
