import { field, type RosterLayout } from "./layout";

export type FairParticipantField = "sequence" | "name" | "idCardNumber" | "phone" | "address";

/** List of who came to a job fair; only name and number are read. */
export const fairParticipantsLayout: RosterLayout<FairParticipantField> = {
  id: "fair-participants",
  title: "招聘会参加人员名单",
  sheetName: "参加人员",
  edition: "招聘会参加人员 2020 年第 1 版",
  fields: [
    field("sequence", "序号", "1", "可不填。", {
      aliases: "编号 序 No NO.",
      kind: "number",
      width: 6,
    }),
    field("name", "姓名", "鲁晓美", "与身份证一致；填写的会与系统中的姓名核对。", {
      aliases: "人员姓名 参加人员姓名 求职人员姓名 求职者姓名",
      width: 12,
    }),
    field("idCardNumber", "身份证号码", "532323199001010022", "18 位，单元格设为文本格式。", {
      aliases: "身份证号 身份证 证件号码 证件号 公民身份号码 居民身份证号码 身份号码",
      required: true,
      width: 22,
    }),
    field("phone", "联系电话", "13800000000", "不读取。", {
      aliases: "联系方式 电话 手机 手机号 手机号码",
      inTemplate: false,
    }),
    field("address", "家庭住址", "牟定县共和镇", "不读取。", {
      aliases: "住址 地址 家庭地址 乡镇 户籍地址",
      inTemplate: false,
    }),
  ],
};
