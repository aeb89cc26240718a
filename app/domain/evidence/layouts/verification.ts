import { POVERTY_STATUS_CHOICES } from "~/domain/people/poverty-status";
import { field, type RosterLayout } from "~/domain/rosters/layouts/layout";

export type VerificationField =
  "sequence" | "name" | "idCardNumber" | "county" | "registered" | "category" | "verifiedOn";

/** The list a registry platform is asked with (the columns in the template), and its answer. */
export const verificationLayout: RosterLayout<VerificationField> = {
  id: "verification",
  title: "建档立卡查验名单",
  sheetName: "查验名单",
  edition: "查验名单 2020 年第 1 版",
  fields: [
    field("sequence", "序号", "1", "名单中的序号。", {
      aliases: "编号 序 No",
      kind: "number",
      width: 8,
    }),
    field("name", "姓名", "鲁晓美", "本人姓名。", {
      aliases: "人员姓名 查询姓名",
      required: true,
      width: 14,
    }),
    field("idCardNumber", "身份证号码", "532323199001010022", "18 位号码。", {
      aliases: "身份证号 证件号码 证件号 公民身份号码 居民身份证号码 查询号码",
      required: true,
      width: 22,
    }),
    field("county", "县（市、区）", "牟定县", "县级名称。", {
      aliases: "县 县区 县市区 区县 所在县",
      width: 14,
    }),
    field("registered", "是否建档立卡", "是", "是或否。", {
      aliases: "是否建档立卡户 是否建档立卡人口 是否建档立卡贫困人口 建档立卡 查验结果 比对结果",
      inTemplate: false,
    }),
    field("category", "脱贫状态", "已脱贫", "平台所列类别。", {
      aliases: "脱贫属性 人员类别 监测对象类别 脱贫类别 类别",
      inTemplate: false,
      kind: "choice",
      choices: POVERTY_STATUS_CHOICES,
    }),
    field("verifiedOn", "查验日期", "2020-06-01", "平台给出结果的日期。", {
      aliases: "查询日期 比对日期 查验时间 查询时间 导出时间",
      inTemplate: false,
      kind: "date",
    }),
  ],
};
