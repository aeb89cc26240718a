import { field, type RosterLayout } from "./layout";

export type DistrictListField = "sequence" | "name" | "idCardNumber" | "employer" | "startedOn";

/** The people a district counts for a month, as its officer sends them. */
export const districtListLayout: RosterLayout<DistrictListField> = {
  id: "district-list",
  title: "区方就业人员名单",
  sheetName: "区方名单",
  edition: "区方名单 2020 年第 1 版",
  fields: [
    field("sequence", "序号", "1", "名单中的序号。", {
      aliases: "编号 序 No",
      kind: "number",
      width: 8,
    }),
    field("name", "姓名", "鲁晓美", "本人姓名。", {
      aliases: "人员姓名 务工人员姓名",
      required: true,
      width: 14,
    }),
    field("idCardNumber", "身份证号码", "532323199001010022", "18 位号码。", {
      aliases: "身份证号 证件号码 证件号 公民身份号码 居民身份证号码",
      required: true,
      width: 22,
    }),
    field("employer", "企业", "嘉定物流有限公司", "用工企业全称。", {
      aliases: "企业名称 就业单位 用工单位 用人单位 工作单位 单位名称 务工单位 用工企业",
      width: 30,
    }),
    field("startedOn", "上岗时间", "2020-05-06", "到岗第一天。", {
      aliases: "上岗日期 入职时间 入职日期 就业时间 就业日期 到岗时间 到岗日期",
      kind: "date",
      width: 14,
    }),
  ],
};
