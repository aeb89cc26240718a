import { POVERTY_STATUS_CHOICES } from "../../people/poverty-status";
import { field } from "./layout";
import type { RosterLayout } from "./layout";

export type RegistryField =
  | "province"
  | "prefecture"
  | "county"
  | "township"
  | "village"
  | "householdNo"
  | "householdHead"
  | "name"
  | "idCardNumber"
  | "relationToHead"
  | "ethnicity"
  | "householdKind"
  | "category"
  | "liftedYear"
  | "exportedAt";

/** Export of the poverty registry platform (建档立卡大数据平台): one person a line. */
export const registryLayout: RosterLayout<RegistryField> = {
  id: "registry",
  title: "建档立卡数据导出表",
  sheetName: "Sheet1",
  edition: "建档立卡导出 2020 年第 1 版",
  fields: [
    field("province", "省", "云南省", "省级名称。", {
      aliases: "省份 省(自治区、直辖市) 省(区、市)",
    }),
    field("prefecture", "市", "楚雄彝族自治州", "州市级名称。", {
      aliases: "州市 州(市) 市(州) 地市 市州",
      width: 18,
    }),
    field("county", "县", "牟定县", "县级名称。", {
      aliases: "县区 县(市、区) 县(区) 区县 县市区",
      required: true,
    }),
    field("township", "乡镇", "新桥镇", "乡镇名称。", {
      aliases: "乡 镇 乡(镇) 乡镇街道 乡(镇、街道)",
    }),
    field("village", "行政村", "白沙村委会", "行政村或社区名称。", {
      aliases: "村 村委会 村(社区)",
      width: 14,
    }),
    field("householdNo", "户编号", "532323110001625", "平台的户编号。", {
      aliases: "家庭编号 户号 户编码",
      width: 18,
    }),
    field("householdHead", "户主姓名", "鲁晓美", "户主姓名。", { aliases: "户主" }),
    field("name", "姓名", "鲁晓美", "本人姓名。", {
      aliases: "人员姓名 家庭成员姓名 成员姓名",
      required: true,
    }),
    field("idCardNumber", "证件号码", "532323199001010022", "本人身份证号。", {
      aliases: "身份证号码 身份证号 证件号 公民身份号码 居民身份证号码",
      required: true,
      width: 22,
    }),
    field("relationToHead", "与户主关系", "户主", "与户主关系。", {
      aliases: "户主关系 与户主的关系",
    }),
    field("ethnicity", "民族", "汉族", "民族。", { aliases: "族别", width: 8 }),
    field("householdKind", "户类型", "一般农户", "户类型。", {
      aliases: "农户类型 户属性 贫困户属性",
    }),
    field("category", "脱贫属性", "已脱贫", "查验依据的类别。", {
      aliases: "脱贫状态 人员类别 监测对象类别 脱贫类别",
      required: true,
      kind: "choice",
      choices: POVERTY_STATUS_CHOICES,
      width: 14,
    }),
    field("liftedYear", "脱贫年度", "2018", "四位年份，未脱贫的留空。", {
      aliases: "脱贫年份 脱贫时间",
    }),
    field(
      "exportedAt",
      "导出时间",
      "2020-06-20 10:00:00",
      "数据自平台导出的时间，即查验日期的依据。",
      { aliases: "导出日期 数据时间 查询时间", width: 20 },
    ),
  ],
};
