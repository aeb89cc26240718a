export const DUPLICATE_PLAN = "本县这一年度已有同名的计划，请改名称，或打开已有的计划";
