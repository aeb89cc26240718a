import { field } from "./layout";
import type { LayoutField, RosterLayout } from "./layout";

/** Months of a year by their number; a term of at most six months holds each of them once. */
export const RECEIPT_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export type ReceiptMonth = (typeof RECEIPT_MONTHS)[number];
export type ReceiptField = `receipt${ReceiptMonth}`;

export type PostField =
  | "sequence"
  | "township"
  | "village"
  | "name"
  | "sex"
  | "idCardNumber"
  | "phone"
  | "title"
  | "employer"
  | "startsOn"
  | "endsOn"
  | "leftOn"
  | "monthlyRate"
  | "fundSource"
  | ReceiptField
  | "shortReason"
  | "note";

export const receiptField = (month: ReceiptMonth): ReceiptField => `receipt${month}`;

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const SIGNED = ["签收", "签字", "签领", "签名", "领取签字", "工资签收", "补贴签收", "签收情况"];

const receipts = RECEIPT_MONTHS.map((month): LayoutField<PostField> => {
  const names = [`${month}月`, `${month}月份`, `${NUMERALS[month - 1] ?? ""}月`];
  const spellings = names.flatMap((name) => [
    ...SIGNED.map((word) => `${name}${word}`),
    `签收${name}`,
    `签字${name}`,
  ]);
  const header = `${month}月签收`;
  const note = `${month}月的补贴本人签收了的填“已签”，没有的空着；不在聘用期内的月份也空着。`;
  return field(receiptField(month), header, "", note, {
    aliases: spellings.filter((one) => one !== header).join(" "),
    width: 9,
  });
});

/** Roster of temporary public-service posts: one person in one post a line. */
export const postLayout: RosterLayout<PostField> = {
  id: "post",
  title: "临时性公共服务岗位人员名册",
  sheetName: "公共服务岗位",
  edition: "公共服务岗位名册 2020 年第 1 版",
  fields: [
    field("sequence", "序号", "1", "从 1 起连续编号，可不填。", {
      aliases: "编号 序 No NO.",
      kind: "number",
      width: 6,
    }),
    field("township", "乡镇", "狮山镇", "岗位所在乡镇。", {
      aliases: "乡(镇) 乡镇街道 乡(镇、街道) 岗位所在乡镇",
    }),
    field("village", "村", "新村村委会", "岗位所在行政村或社区。", {
      aliases: "行政村 村委会 村(社区) 村(居)委会 岗位所在村",
      width: 14,
    }),
    field("name", "姓名", "沙马·尔布", "与身份证一致，不加空格；少数民族姓名用间隔号“·”。", {
      aliases: "人员姓名 聘用人员姓名 上岗人员姓名 公岗人员姓名",
      required: true,
    }),
    field("sex", "性别", "女", "填男或女，须与身份证号一致。", {
      kind: "choice",
      choices: ["男", "女"],
      inTemplate: false,
      width: 6,
    }),
    field("idCardNumber", "身份证号", "532329199001010022", "18 位，单元格先设为文本格式。", {
      aliases:
        "身份证号码 身份证 证件号码 证件号 公民身份号码 居民身份证号码 居民身份证号 身份证件号码",
      required: true,
      width: 22,
    }),
    field("phone", "联系电话", "13800000000", "本人手机号 11 位。", {
      aliases: "联系方式 电话 手机 手机号 手机号码 电话号码 本人电话",
      width: 14,
    }),
    field("title", "岗位名称", "护林员", "护林员、保洁员等。", {
      aliases: "岗位 岗位类型 岗位类别 公益性岗位名称 公岗名称",
      required: true,
    }),
    field("employer", "用人单位", "狮山镇人民政府", "管理这个岗位的单位，可不填。", {
      aliases: "用工单位 聘用单位 管理单位 岗位管理单位",
      width: 20,
    }),
    field("startsOn", "聘用开始", "2020-04-01", "上岗第一天。", {
      aliases:
        "聘用开始时间 聘用开始日期 聘用起始时间 上岗时间 上岗日期 聘用时间起 聘期起 聘期开始 开始时间 开始日期",
      required: true,
      kind: "date",
    }),
    field("endsOn", "聘用结束", "2020-09-30", "约定的最后一天；聘用期 3 至 6 个月。", {
      aliases:
        "聘用结束时间 聘用结束日期 聘用终止时间 聘用截止时间 到期时间 到期日期 聘用时间止 聘期止 聘期结束 结束时间 结束日期",
      required: true,
      kind: "date",
    }),
    field("leftOn", "提前退岗日期", "", "在聘用结束以前就退岗的，填最后在岗的一天；没有的空着。", {
      aliases: "退岗日期 退岗时间 提前退岗时间 实际退岗日期 实际退岗时间",
      kind: "date",
      width: 14,
    }),
    field("monthlyRate", "月补贴标准（元）", "800", "每月补贴，单位为元。", {
      aliases: "月补贴标准 补贴标准 月补贴 岗位补贴标准 月工资 月工资标准 月岗位补贴 月报酬",
      required: true,
      kind: "money",
      width: 14,
    }),
    field(
      "fundSource",
      "资金来源",
      "沪滇劳务协作",
      "用哪项资金发放；也可以写在表头上方“资金来源：”一行。",
      {
        aliases: "经费来源 资金渠道 资金项目",
        width: 16,
      },
    ),
    ...receipts,
    field(
      "shortReason",
      "任期不足3个月的原因",
      "",
      "聘用期不足 3 个月的必填；没有这一栏的写在备注里。",
      {
        aliases: "原因 不足3个月原因 不足三个月原因 任期短的原因 聘期不足3个月原因",
        width: 20,
      },
    ),
    field("note", "备注", "", "可不填。", { aliases: "说明", width: 14 }),
  ],
};
