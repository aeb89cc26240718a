import type { OrganisationKind } from "~/domain/access/organisation-kind";
import type { Role } from "~/domain/access/role";

/** One demonstration user, with the only role he holds. */
export interface DemoUser {
  readonly account: string;
  readonly name: string;
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly role: Role;
  readonly regionCode: string;
}

/** Printed at start; a real installation runs with DEMO=0 and has none of these. */
export const DEMO_PASSWORD = "laowu-xiezuo-2020";

const user = (
  account: string,
  name: string,
  organisation: string,
  kind: OrganisationKind,
  role: Role,
  regionCode: string,
): DemoUser => ({ account, name, organisation, kind, role, regionCode });

/** Every role, officer and reviewer of two counties, and two districts: one paired with them and one that is not. */
export const DEMO_USERS: readonly DemoUser[] = [
  user("nanhua", "张晓云", "南华县人力资源和社会保障局", "hrssBureau", "caseOfficer", "532324"),
  user("nanhua-shenhe", "王建国", "南华县人力资源和社会保障局", "hrssBureau", "reviewer", "532324"),
  user("mouding", "李文丽", "牟定县人力资源和社会保障局", "hrssBureau", "caseOfficer", "532323"),
  user(
    "mouding-shenhe",
    "赵永贵",
    "牟定县人力资源和社会保障局",
    "hrssBureau",
    "reviewer",
    "532323",
  ),
  user("wuding", "李绍芬", "武定县人力资源和社会保障局", "hrssBureau", "caseOfficer", "532329"),
  user(
    "chuxiong",
    "周明",
    "楚雄州人力资源和社会保障局",
    "hrssBureau",
    "prefectureSupervisor",
    "532300",
  ),
  user(
    "yuandian",
    "陈海峰",
    "上海援滇干部联络组楚雄小组",
    "fieldOffice",
    "secondedOfficial",
    "532300",
  ),
  user(
    "xiezuo",
    "杨春",
    "楚雄州沪滇扶贫协作领导小组办公室",
    "cooperationOffice",
    "cooperationOffice",
    "532300",
  ),
  user("caiwu", "何芳", "南华县财政局", "financeBureau", "finance", "532324"),
  user("zhoucai", "罗琼", "楚雄州财政局", "financeBureau", "finance", "532300"),
  user("shenji", "沈志远", "楚雄州审计局", "auditOffice", "auditor", "532300"),
  user(
    "qujing",
    "孙丽华",
    "曲靖市沪滇扶贫协作领导小组办公室",
    "cooperationOffice",
    "cooperationOffice",
    "530300",
  ),
  user(
    "gongzuozhan",
    "普丽",
    "南华县驻沪劳务工作站",
    "labourStation",
    "labourStationOfficer",
    "532324",
  ),
  user("jiading", "徐嘉", "嘉定区人力资源和社会保障局", "hrssBureau", "districtOfficer", "310114"),
  user(
    "songjiang",
    "顾敏",
    "松江区人力资源和社会保障局",
    "hrssBureau",
    "districtOfficer",
    "310117",
  ),
  user(
    "admin",
    "系统管理员",
    "云南省沪滇劳务协作信息中心",
    "other",
    "systemAdministrator",
    "530000",
  ),
];

export interface DemoClass {
  readonly by: string;
  readonly countyCode: string;
  readonly name: string;
  readonly term: string;
  readonly trade: string;
  readonly place: string;
  readonly providerName: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The two classes whose workbooks lie beside this file, and one still without a roster. */
export const DEMO_CLASSES: readonly DemoClass[] = [
  {
    by: "mouding",
    countyCode: "532323",
    name: "中式烹调师",
    term: "第1期",
    trade: "中式烹调师",
    place: "共和镇",
    providerName: "牟定县职业技能培训学校",
    startsOn: "2020-06-08",
    endsOn: "2020-06-22",
  },
  {
    by: "nanhua",
    countyCode: "532324",
    name: "家政服务员",
    term: "第3期",
    trade: "家政服务员",
    place: "龙川镇",
    providerName: "南华县职业高级中学",
    startsOn: "2020-06-01",
    endsOn: "2020-06-15",
  },
  {
    by: "nanhua",
    countyCode: "532324",
    name: "电工",
    term: "第1期",
    trade: "电工",
    place: "沙桥镇",
    providerName: "南华县职业高级中学",
    startsOn: "2020-07-06",
    endsOn: "2020-07-20",
  },
];
