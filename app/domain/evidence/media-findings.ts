import { kilometresApart, type Position } from "~/domain/evidence/media-place";

/** What the camera wrote down, as far as it did. */
export interface CameraFacts {
  readonly capturedAt: Date | null;
  readonly position: Position | null;
  /** Whether the file carried any notes of a camera. */
  readonly hasNotes: boolean;
}

/** The session that the picture is to prove. */
export interface SessionFacts {
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** Minutes after midnight, China's time. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Where the class is taught; null: not entered, so nothing is compared. */
  readonly venue: Position | null;
  /** Null: nothing is compared. */
  readonly maxDistanceKm: number | null;
}

/** What asks for a look. It never refuses a picture: cameras are set wrong, and notes get lost on the way. */
export type MediaFinding =
  | { readonly kind: "noNotes" }
  | { readonly kind: "noTime" }
  /** Whole minutes before the window opens or after it closes. */
  | { readonly kind: "early" | "late"; readonly minutes: number }
  | { readonly kind: "far"; readonly km: number; readonly maxKm: number };

/** Minutes before the start and after the end within which a picture still belongs to the session (本系统定义). */
export const TIME_TOLERANCE_MINUTES = 30;

/** Compares a picture with its session; empty when everything that can be compared agrees. */
export function mediaFindings(camera: CameraFacts, session: SessionFacts): readonly MediaFinding[] {
  if (!camera.hasNotes) return [{ kind: "noNotes" }];
  return [...timeFindings(camera.capturedAt, session), ...placeFindings(camera.position, session)];
}

export function findingText(finding: MediaFinding): string {
  switch (finding.kind) {
    case "noNotes":
      return "没有拍摄信息（可能经聊天软件转发或截图）";
    case "noTime":
      return "没有拍摄时间";
    case "early":
      return `拍摄时间早于本次课 ${spanText(finding.minutes)}`;
    case "late":
      return `拍摄时间晚于本次课 ${spanText(finding.minutes)}`;
    case "far":
      return `拍摄地距培训地点约 ${finding.km} 公里，超过 ${finding.maxKm} 公里`;
  }
}

function timeFindings(capturedAt: Date | null, session: SessionFacts): readonly MediaFinding[] {
  if (capturedAt === null) return [{ kind: "noTime" }];
  const early = minutesBetween(capturedAt, chinaInstant(session.heldOn, session.startsAt));
  const late = minutesBetween(chinaInstant(session.heldOn, session.endsAt), capturedAt);
  if (early > TIME_TOLERANCE_MINUTES) return [{ kind: "early", minutes: Math.floor(early) }];
  if (late > TIME_TOLERANCE_MINUTES) return [{ kind: "late", minutes: Math.floor(late) }];
  return [];
}

function placeFindings(position: Position | null, session: SessionFacts): readonly MediaFinding[] {
  const { venue, maxDistanceKm } = session;
  if (position === null || venue === null || maxDistanceKm === null) return [];
  const km = kilometresApart(position, venue);
  if (km <= maxDistanceKm) return [];
  return [{ kind: "far", km: Math.round(km), maxKm: maxDistanceKm }];
}

/** China keeps one time, eight hours ahead of UTC, the whole year. */
function chinaInstant(day: string, minutes: number): number {
  return Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000;
}

function minutesBetween(from: Date | number, to: Date | number): number {
  return (Number(to) - Number(from)) / 60_000;
}

function spanText(minutes: number): string {
  if (minutes < 120) return `${minutes} 分钟`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时`;
  return `${Math.floor(minutes / 1440)} 天`;
}
