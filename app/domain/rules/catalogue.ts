import { AGENCY_RULES } from "./chapters/agency";
import { ELIGIBILITY_RULES } from "./chapters/eligibility";
import { ENGAGEMENT_RULES } from "./chapters/engagement";
import { MONEY_RULES } from "./chapters/money";
import { OVERLAP_RULES } from "./chapters/overlap";
import { PAYEE_RULES } from "./chapters/payee";
import { PLACEMENT_RULES } from "./chapters/placement";
import { POST_RULES } from "./chapters/post";
import { POT_RULES } from "./chapters/pot";
import { SCOPE_RULES } from "./chapters/scope";
import { TRAINING_RULES } from "./chapters/training";
import type { Rule } from "./rule";

/** A chapter of the rule book: a folder of definitions, its heading and its rules. */
export interface RuleChapter {
  readonly key: string;
  readonly title: string;
  /** What its rules look at, in the words of the page. */
  readonly reads: string;
  readonly rules: readonly Rule[];
}

export const RULE_CHAPTERS: readonly RuleChapter[] = [
  { key: "scope", reads: "申领的种类和来源台账", title: "补贴范围", rules: SCOPE_RULES },
  {
    key: "eligibility",
    reads: "事项当日的建档立卡数据，人员登记",
    title: "人员资格",
    rules: ELIGIBILITY_RULES,
  },
  {
    key: "training",
    reads: "培训班、花名册、课次、考勤、影像、监督和结业记录",
    title: "技能培训",
    rules: TRAINING_RULES,
  },
  {
    key: "post",
    reads: "岗位聘用、考勤、工资表、签收和发放记录",
    title: "公共服务岗位",
    rules: POST_RULES,
  },
  {
    key: "placement",
    reads: "转移就业台账、佐证材料、跟踪回访",
    title: "转移就业",
    rules: PLACEMENT_RULES,
  },
  { key: "agency", reads: "劳务中介批次", title: "劳务中介", rules: AGENCY_RULES },
  {
    key: "overlap",
    reads: "本人在各县、各资金项目、各年度的全部申领",
    title: "重复申领",
    rules: OVERLAP_RULES,
  },
  {
    key: "engagement",
    reads: "本人同一段时间的就业、培训和岗位",
    title: "时间冲突",
    rules: ENGAGEMENT_RULES,
  },
  {
    key: "money",
    reads: "数量、明细所用标准、执行中的标准参数",
    title: "标准和金额",
    rules: MONEY_RULES,
  },
  { key: "payee", reads: "收款账户和银行回盘", title: "收款账户", rules: PAYEE_RULES },
  { key: "pot", reads: "资金项目的下达、到账、已安排和状态", title: "资金项目", rules: POT_RULES },
];

/** Every rule, in the order in which a line is checked: a line is told what failed first. */
export const RULES: readonly Rule[] = RULE_CHAPTERS.flatMap(({ rules }) => rules);

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** A rule by its id (chapter/name); null for one that this edition does not know. */
export function findRule(id: string): Rule | null {
  return BY_ID.get(id) ?? null;
}
