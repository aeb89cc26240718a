/** 岗位类别; the title (岗位名称) is free. */
export type PostKind =
  | "FOREST_GUARD"
  | "ROAD_KEEPER"
  | "CLEANER"
  | "RIVER_KEEPER"
  | "EPIDEMIC_WATCH"
  | "CAREGIVER"
  | "SAFETY"
  | "OTHER";

export const POST_KIND_LABELS: Readonly<Record<PostKind, string>> = {
  FOREST_GUARD: "护林",
  ROAD_KEEPER: "护路",
  CLEANER: "保洁",
  RIVER_KEEPER: "护河（水）",
  EPIDEMIC_WATCH: "防疫值守",
  CAREGIVER: "照料护理",
  SAFETY: "治安协管",
  OTHER: "其他",
};

export const POST_KINDS = Object.keys(POST_KIND_LABELS) as readonly PostKind[];

/** Proposed by the county, told to the public, then confirmed by somebody else. */
export type AppointmentState = "proposed" | "confirmed";

export const APPOINTMENT_STATE_LABELS: Readonly<Record<AppointmentState, string>> = {
  proposed: "拟聘",
  confirmed: "已聘用",
};

export type LeaveReason =
  "FOUND_JOB" | "ILLNESS" | "PERSONAL" | "NOT_ATTENDING" | "DISMISSED" | "DIED" | "OTHER";

export const LEAVE_REASON_LABELS: Readonly<Record<LeaveReason, string>> = {
  FOUND_JOB: "外出务工或另有工作",
  ILLNESS: "因病",
  PERSONAL: "个人原因",
  NOT_ATTENDING: "长期不到岗",
  DISMISSED: "解除聘用",
  DIED: "死亡",
  OTHER: "其他",
};

export const LEAVE_REASONS = Object.keys(LEAVE_REASON_LABELS) as readonly LeaveReason[];

/** The last day in the post: the day he left, else the last day agreed. */
export function lastDayOf<Day extends string>(post: {
  readonly endsOn: Day;
  readonly leftOn: Day | null;
}): Day {
  return post.leftOn ?? post.endsOn;
}
