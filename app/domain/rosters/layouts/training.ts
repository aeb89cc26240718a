import { POVERTY_STATUS_CHOICES } from "../../people/poverty-status";
import { field } from "./layout";
import type { RosterLayout } from "./layout";

export type TrainingField =
  | "sequence"
  | "name"
  | "sex"
  | "ethnicity"
  | "idCardNumber"
  | "address"
  | "phone"
  | "declaredRegistered"
  | "declaredStatus"
  | "trade"
  | "period"
  | "startsOn"
  | "endsOn"
  | "signature"
  | "note";

/** Roster of one training class: one trainee a line, signed and fingerprinted at the end. */
export const trainingLayout: RosterLayout<TrainingField> = {
  id: "training",
  title: "沪滇劳务协作贫困劳动力技能培训花名册",
  sheetName: "花名册",
  edition: "培训花名册 2020 年第 1 版",
  fields: [
    field("sequence", "序号", "1", "从 1 起连续编号，可不填。", {
      aliases: "编号 序 No NO.",
      kind: "number",
      width: 6,
    }),
    field("name", "姓名", "沙马·尔布", "与身份证一致，不加空格；少数民族姓名用间隔号“·”。", {
      aliases: "学员姓名 参训人员姓名 培训人员姓名 参训人姓名 人员姓名",
      required: true,
      width: 12,
    }),
    field("sex", "性别", "女", "填男或女，须与身份证号一致。", {
      aliases: "男/女",
      kind: "choice",
      choices: ["男", "女"],
      width: 6,
    }),
    field("ethnicity", "民族", "彝族", "与身份证一致。", { aliases: "族别", width: 8 }),
    field(
      "idCardNumber",
      "身份证号码",
      "532323199001010022",
      "18 位，单元格先设为文本格式再填写，末位 X 大写。",
      {
        aliases:
          "身份证号 身份证 证件号码 证件号 公民身份号码 居民身份证号码 居民身份证号 身份证件号码 身份号码",
        required: true,
        width: 22,
      },
    ),
    field("address", "家庭住址", "牟定县共和镇新村村委会5组", "写到县、乡镇、村和小组。", {
      aliases: "住址 家庭地址 地址 户籍地址 详细地址 户籍所在地 家庭详细地址",
      width: 32,
    }),
    field("phone", "联系电话", "13800000000", "本人手机号 11 位；没有手机的填带区号的座机。", {
      aliases: "联系方式 电话 手机 手机号 手机号码 电话号码 联系号码 本人电话",
      required: true,
      width: 14,
    }),
    field("declaredRegistered", "是否建档立卡户", "是", "填是或否；不是建档立卡户的不能列入。", {
      aliases:
        "是否建档立卡 建档立卡户 是否建档立卡贫困户 是否贫困户 是否建档立卡贫困劳动力 是否脱贫户",
      kind: "choice",
      choices: ["是", "否"],
      width: 10,
    }),
    field("declaredStatus", "脱贫状态", "已脱贫", "按建档立卡系统的类别填写，以查验结果为准。", {
      aliases: "脱贫属性 脱贫情况 贫困户类型 脱贫类别",
      kind: "choice",
      choices: POVERTY_STATUS_CHOICES,
      width: 14,
    }),
    field("trade", "培训工种", "家政服务员", "写职业（工种）全称。", {
      aliases: "工种 培训专业 培训项目 专业 培训内容",
      width: 14,
    }),
    field("period", "培训起止时间", "2020年6月1日至6月15日", "开班日到结业日。", {
      aliases: "培训时间 培训日期 起止时间 培训起止日期",
      width: 26,
    }),
    field("startsOn", "开班日期", "2020-06-01", "与结业日期分两列填写时使用。", {
      aliases:
        "开班时间 培训开始时间 培训开始日期 培训起止时间开始 培训起止时间起 培训时间起 培训时间开始 开始时间 开始日期",
      inTemplate: false,
      kind: "date",
    }),
    field("endsOn", "结业日期", "2020-06-15", "与开班日期分两列填写时使用。", {
      aliases:
        "结业时间 培训结束时间 培训结束日期 培训起止时间结束 培训起止时间止 培训时间止 培训时间结束 结束时间 结束日期",
      inTemplate: false,
      kind: "date",
    }),
    field("signature", "签名(按手印)", "", "打印后由本人签字并按手印，不在电脑上填写。", {
      aliases: "签名 签字 本人签字 学员签名 签字(按手印) 签字按手印 签名并按手印 签名按手印",
      width: 14,
    }),
    field("note", "备注", "", "可不填。", { aliases: "说明", width: 14 }),
  ],
};
