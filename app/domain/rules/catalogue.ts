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
  readonly rules: readonly Rule[];
}

export const RULE_CHAPTERS: readonly RuleChapter[] = [
  { key: "scope", title: "补贴范围", rules: SCOPE_RULES },
  { key: "eligibility", title: "人员资格", rules: ELIGIBILITY_RULES },
  { key: "training", title: "技能培训", rules: TRAINING_RULES },
  { key: "post", title: "公共服务岗位", rules: POST_RULES },
  { key: "placement", title: "转移就业", rules: PLACEMENT_RULES },
  { key: "agency", title: "劳务中介", rules: AGENCY_RULES },
  { key: "overlap", title: "重复申领", rules: OVERLAP_RULES },
  { key: "engagement", title: "时间冲突", rules: ENGAGEMENT_RULES },
  { key: "money", title: "标准和金额", rules: MONEY_RULES },
  { key: "payee", title: "收款账户", rules: PAYEE_RULES },
  { key: "pot", title: "资金项目", rules: POT_RULES },
];

/** Every rule, in the order in which a line is checked: a line is told what failed first. */
export const RULES: readonly Rule[] = RULE_CHAPTERS.flatMap(({ rules }) => rules);

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** A rule by its id (chapter/name); null for one that this edition does not know. */
export function findRule(id: string): Rule | null {
  return BY_ID.get(id) ?? null;
}
