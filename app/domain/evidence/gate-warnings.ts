import type { MissingItem } from "./completeness";

/** What is there, but asks for a look before it is sealed. */
export interface DoubtFacts {
  readonly classId: string;
  /** What stands against the class as filed, in words. */
  readonly findings: readonly string[];
  /** Likenesses to other pictures that nobody has explained. */
  readonly mediaUnexplained: number;
  /** Pictures that count, though time, place or missing notes of the camera speak against them. */
  readonly mediaDoubtful: number;
  readonly lateAttendance: LateAttendance;
}

/** Sessions whose attendance was first written down on a later day. */
export interface LateAttendance {
  readonly sessions: number;
  /** Whole days of the latest of them. */
  readonly mostDays: number;
}

/**
 * Matters for judgement (decision 11): they never stand in the way of the seal, but whoever seals has
 * them before his eyes, and so has whoever opens the class years later (R06: entered afterwards).
 */
export function gateWarnings(facts: DoubtFacts): readonly MissingItem[] {
  const { findings, mediaUnexplained, mediaDoubtful, lateAttendance } = facts;
  const to = `/classes/${facts.classId}`;
  const warnings = findings.map((message, at) => ({ key: `finding:${at}`, message, to }));
  if (lateAttendance.sessions > 0) {
    const { sessions, mostDays } = lateAttendance;
    const message = `有 ${sessions} 次课的考勤不是上课当天登记的，最晚的在课后 ${mostDays} 天`;
    warnings.push({ key: "lateAttendance", message, to: `${to}/sessions` });
  }
  if (mediaDoubtful > 0) {
    const message = `有 ${mediaDoubtful} 份影像的拍摄时间、地点与课次不符或没有拍摄信息`;
    warnings.push({ key: "mediaDoubtful", message, to: `${to}/media` });
  }
  if (mediaUnexplained > 0) {
    const message = `有 ${mediaUnexplained} 处影像与其他影像相同或近似，还没有说明`;
    warnings.push({ key: "likeness", message, to: `${to}/media` });
  }
  return warnings.map((one) => ({ ...one, place: "" }));
}
