/**
 * Looking somebody up by his number, wherever the box stands: one name in the trail and one share.
 * Guessing numbers must not pay; a clerk with a pile of cards stays below. Misses count like hits.
 */
export const NUMBER_LOOK_UP = {
  action: "people.lookUpNumber",
  limits: { perMinute: 30, perDay: 300 },
} as const;

/** Why a look-up was not answered, for the person who asked. */
export const LOOK_UP_REFUSALS = {
  forbidden: "您没有查看人员的权限。",
  tooMany: "按号码查询过于频繁（每分钟 30 次、每天 300 次），请稍后再试。查询次数已记入操作留痕。",
} as const;
