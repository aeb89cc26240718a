import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import type { MenuEntry, MenuGroup } from "~/ui/frame/frame-data";

interface Entry extends MenuEntry {
  /** The action that opens the page. */
  readonly needs: Action;
}

interface Group extends Pick<MenuGroup, "heading" | "isFolded"> {
  readonly entries: readonly Entry[];
}

/** Every entry under its heading; what is looked up now and then stands folded away. */
const GROUPS: readonly Group[] = [
  {
    heading: null,
    entries: [{ to: "/", label: "工作台", icon: "home", needs: "account.own" }],
  },
  {
    heading: "培训",
    entries: [
      { to: "/rosters", label: "花名册", icon: "roster", needs: "roster.read" },
      { to: "/rosters/import", label: "导入花名册", icon: "import", needs: "roster.import" },
      { to: "/classes", label: "培训班", icon: "training", needs: "class.read" },
      { to: "/plans", label: "年度培训计划", icon: "report", needs: "plan.read" },
      { to: "/providers", label: "培训机构", icon: "placement", needs: "provider.read" },
    ],
  },
  {
    heading: "就业",
    entries: [
      { to: "/placements", label: "转移就业台账", icon: "placement", needs: "placement.read" },
      { to: "/follow-ups", label: "跟踪回访", icon: "todo", needs: "placement.read" },
      { to: "/retention", label: "稳定就业", icon: "clock", needs: "placement.read" },
      { to: "/employers", label: "用人单位", icon: "users", needs: "employer.read" },
      { to: "/vacancies", label: "岗位和用工订单", icon: "file", needs: "employer.read" },
      { to: "/labour-batches", label: "劳务输出批次", icon: "export", needs: "placement.read" },
      { to: "/job-fairs", label: "专场招聘会", icon: "people", needs: "placement.read" },
      { to: "/workshops", label: "扶贫车间", icon: "home", needs: "placement.read" },
      { to: "/students", label: "在沪职校学生", icon: "training", needs: "placement.read" },
    ],
  },
  {
    heading: "公共服务岗位",
    entries: [
      { to: "/posts", label: "岗位总览", icon: "roster", needs: "post.read" },
      { to: "/posts/quotas", label: "岗位指标", icon: "report", needs: "post.read" },
      { to: "/posts/notices", label: "拟聘公示", icon: "people", needs: "post.read" },
      { to: "/posts/attendance", label: "岗位考勤", icon: "clock", needs: "post.read" },
      { to: "/wage-sheets", label: "岗位工资表", icon: "check", needs: "post.read" },
    ],
  },
  {
    heading: "资金和补贴",
    entries: [
      { to: "/funds", label: "资金", icon: "funds", needs: "fund.read" },
      { to: "/claims", label: "补贴申领", icon: "check", needs: "claim.read" },
      { to: "/clawbacks", label: "补贴追回", icon: "left", needs: "claim.read" },
      { to: "/allocations", label: "资金下达", icon: "report", needs: "allocation.read" },
    ],
  },
  {
    heading: "目标和对账",
    entries: [
      { to: "/targets", label: "目标进度", icon: "report", needs: "target.read" },
      { to: "/reconciliations", label: "两地对账", icon: "check", needs: "reconciliation.read" },
    ],
  },
  {
    heading: "基础资料",
    entries: [
      { to: "/people", label: "人员", icon: "people", needs: "people.read" },
      { to: "/notices", label: "告知书", icon: "file", needs: "consent.read" },
      { to: "/registry", label: "建档立卡数据", icon: "registry", needs: "registry.read" },
      { to: "/regions", label: "乡镇和行政村", icon: "region", needs: "region.read" },
    ],
  },
  {
    heading: "文件和规则",
    isFolded: true,
    entries: [
      { to: "/documents", label: "文件", icon: "file", needs: "document.read" },
      { to: "/rules", label: "核查规则", icon: "check", needs: "document.read" },
      { to: "/parameters", label: "标准参数", icon: "settings", needs: "parameter.read" },
      { to: "/rule-packs", label: "规则包", icon: "import", needs: "parameter.read" },
    ],
  },
  {
    heading: "管理",
    entries: [
      { to: "/users", label: "用户和角色", icon: "users", needs: "user.manage" },
      { to: "/organisations", label: "单位", icon: "settings", needs: "organisation.manage" },
      { to: "/trail", label: "操作留痕", icon: "trail", needs: "trail.read" },
    ],
  },
];

/** The pages this person may open on the day, under their headings; a heading without pages is left out. */
export function menuFor(actor: Actor, on: string): MenuGroup[] {
  return GROUPS.map(({ entries, ...group }) => ({
    ...group,
    entries: entries
      .filter(({ needs }) => mayAnywhere(actor, needs, on))
      .map(({ to, label, icon }) => ({ to, label, icon })),
  })).filter(({ entries }) => entries.length > 0);
}
