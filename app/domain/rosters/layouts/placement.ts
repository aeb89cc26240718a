import { END_REASON_LABELS } from "../../placements/ending";
import { WORKER_GROUP_LABELS } from "../../placements/placement";
import { field } from "./layout";
import type { RosterLayout } from "./layout";

export type PlacementField =
  | "sequence"
  | "county"
  | "township"
  | "village"
  | "name"
  | "sex"
  | "idCardNumber"
  | "phone"
  | "workProvince"
  | "workPrefecture"
  | "workplace"
  | "employer"
  | "creditCode"
  | "jobTitle"
  | "monthlyWage"
  | "startedOn"
  | "contractKind"
  | "form"
  | "arrangement"
  | "publicPost"
  | "workerGroup"
  | "contractFrom"
  | "contractTo"
  | "endedOn"
  | "endReason"
  | "batch"
  | "note";

/** Ledger of labour transfer: one person's employment with one employer a line. */
export const placementLayout: RosterLayout<PlacementField> = {
  id: "placement",
  title: "沪滇劳务协作转移就业台账",
  sheetName: "转移就业台账",
  edition: "转移就业台账 2021 年第 1 版",
  fields: [
    field("sequence", "序号", "1", "从 1 起连续编号，可不填。", {
      aliases: "编号 序 No NO.",
      kind: "number",
      width: 6,
    }),
    field("county", "县", "南华县", "户籍所在县（市）；由州里汇总导入时必填。", {
      aliases: "县市 县(市) 县区 县(市、区) 县(区) 户籍县 户籍所在县 户籍地县",
      width: 10,
    }),
    field("township", "乡镇", "龙川镇", "户籍所在乡镇。", {
      aliases: "乡(镇) 乡镇街道 乡(镇、街道) 户籍乡镇",
    }),
    field("village", "行政村", "大智阁村委会", "户籍所在行政村或社区。", {
      aliases: "村 村委会 村(社区) 村(居)委会",
      width: 14,
    }),
    field("name", "姓名", "沙马·尔布", "与身份证一致，不加空格；少数民族姓名用间隔号“·”。", {
      aliases: "务工人员姓名 就业人员姓名 人员姓名 劳动力姓名",
      required: true,
    }),
    field("sex", "性别", "女", "填男或女，须与身份证号一致。", {
      kind: "choice",
      choices: ["男", "女"],
      width: 6,
    }),
    field(
      "idCardNumber",
      "证件号码",
      "532323199001010022",
      "18 位身份证号，单元格先设为文本格式。",
      {
        aliases:
          "身份证号码 身份证号 身份证 证件号 公民身份号码 居民身份证号码 居民身份证号 身份证件号码",
        required: true,
        width: 22,
      },
    ),
    field("phone", "联系方式", "13800000000", "本人手机号 11 位，跟踪回访时要用。", {
      aliases: "联系电话 电话 手机 手机号 手机号码 电话号码 本人电话",
      width: 14,
    }),
    field("workProvince", "务工省份", "上海市", "在哪个省（区、市）务工。", {
      aliases: "务工地省 务工地省份 务工省 就业省份 务工省(区、市) 务工地(省)",
      width: 10,
    }),
    field("workPrefecture", "务工州市", "昆明市", "务工地分州市、县两列填写时使用。", {
      aliases: "务工地市 务工市 务工地州市 务工地(州市) 务工地(市)",
      inTemplate: false,
    }),
    field("workplace", "务工市县", "嘉定区", "写到县（市、区）；州外的写“昆明市官渡区”的样子。", {
      aliases:
        "务工县 务工地县 务工地 务工地点 务工地市县 务工县区 务工地县区 务工区县 就业地 就业地点",
      required: true,
      width: 16,
    }),
    field(
      "employer",
      "务工企业",
      "嘉定物流有限公司",
      "与劳动者签合同的单位全称，以营业执照为准。",
      {
        aliases:
          "用工单位 用人单位 企业名称 单位名称 务工单位 用工企业 就业单位 用人单位名称 务工企业名称",
        required: true,
        width: 26,
      },
    ),
    field("creditCode", "统一社会信用代码", "91310114EGLPXMHH7H", "18 位，以营业执照为准。", {
      aliases: "信用代码 社会信用代码 企业信用代码 统一信用代码 单位统一社会信用代码",
      width: 22,
    }),
    field("jobTitle", "岗位", "装卸工", "从事的工作。", {
      aliases: "工种 岗位名称 务工岗位 从事工种 就业岗位",
    }),
    field("monthlyWage", "月工资（元）", "4500", "每月工资，单位为元。", {
      aliases: "月工资 工资 月收入 月薪 月工资收入 月均工资",
      width: 12,
    }),
    field("startedOn", "上岗时间", "2020-05-06", "第一天上班的日期。", {
      aliases: "到岗时间 上岗日期 到岗日期 务工开始时间 就业时间 就业日期 入职时间 入职日期",
      required: true,
      kind: "date",
    }),
    field("contractKind", "合同类型", "劳动合同", "没有签的填未签。", {
      aliases: "合同种类 签订合同类型 劳动合同类型 合同情况",
      kind: "choice",
      choices: ["劳动合同", "劳务协议", "灵活就业", "未签"],
      width: 10,
    }),
    field("form", "就业形式", "正规就业", "不填的按合同类型和是否公益性岗位确定。", {
      aliases: "就业方式 就业类型",
      inTemplate: false,
      kind: "choice",
      choices: ["正规就业", "灵活就业", "自主创业", "公益性岗位"],
    }),
    field("arrangement", "组织方式", "有组织", "由政府或劳务中介组织的填有组织，自己去的填自发。", {
      aliases: "输出方式 务工方式 组织形式 转移方式",
      kind: "choice",
      choices: ["有组织", "自发"],
      width: 10,
    }),
    field("publicPost", "是否公益性岗位", "否", "填是或否。", {
      aliases: "公益性岗位 是否公益岗 是否公益岗位 公益岗",
      kind: "choice",
      choices: ["是", "否"],
      width: 10,
    }),
    field(
      "workerGroup",
      "人员类别",
      "一般劳动力",
      "返乡创业就业的大学生填返乡大学生，带动他人就业的填致富带头人；空着的不改动已登记的类别。",
      {
        aliases: "群体 人员类型",
        kind: "choice",
        choices: Object.values(WORKER_GROUP_LABELS),
      },
    ),
    field("contractFrom", "合同起", "2020-05-06", "合同的第一天，可不填。", {
      aliases: "合同起始日期 合同开始日期 合同签订日期 合同起始时间",
      kind: "date",
    }),
    field("contractTo", "合同止", "2021-05-05", "合同的最后一天，可不填。", {
      aliases: "合同终止日期 合同截止日期 合同到期日期 合同终止时间",
      kind: "date",
    }),
    field("endedOn", "离岗时间", "", "最后一个工作日；仍在岗的留空。", {
      aliases: "离岗日期 离职时间 离职日期 返乡时间",
      kind: "date",
    }),
    field("endReason", "离岗原因", "", "填了离岗时间的，同时填写原因。", {
      aliases: "离职原因",
      kind: "choice",
      choices: Object.values(END_REASON_LABELS),
    }),
    field("batch", "输出批次", "", "本县已登记的批次名称；自发外出的留空。", {
      aliases: "批次 批次名称 劳务输出批次",
      width: 16,
    }),
    field("note", "备注", "", "可不填。", { aliases: "说明", width: 14 }),
  ],
};
