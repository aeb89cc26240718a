import type { LineFacts } from "~/domain/rosters/line-gate";
import type { GateSection, MissingItem } from "./completeness";

/** A session that was not cancelled. */
export interface SessionFacts {
  readonly sessionId: string;
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** Minutes after midnight, China's time. */
  readonly startsAt: number;
  /** Lines whose attendance was recorded, whatever it was. */
  readonly recorded: ReadonlySet<string>;
  readonly mediaNeeded: number;
  /** Read, and not set aside. */
  readonly mediaCounted: number;
}

/** Signed supervision records of either party that stand (R03). */
export interface SupervisionFacts {
  readonly hrssBureau: number;
  readonly secondedOfficial: number;
}

const PARTIES: Readonly<Record<keyof SupervisionFacts, { label: string; message: string }>> = {
  hrssBureau: {
    label: "市人社局监督记录",
    message: "没有市人社局的监督记录",
  },
  secondedOfficial: {
    label: "援滇干部监督记录",
    message: "没有援滇干部的监督记录",
  },
};

/** At least one session, and of every line at every session whether it was there. */
export function sessionSection(
  classId: string,
  sessions: readonly SessionFacts[],
  lines: readonly Pick<LineFacts, "lineId" | "lineNo" | "name">[],
): GateSection {
  const to = `/classes/${classId}/sessions`;
  const head = { id: "sessions" as const, label: "课次考勤", unit: "次课", to };
  if (sessions.length === 0) {
    const none = { key: "sessions", place: "", message: "没有登记课次", to };
    return { ...head, done: 0, needed: 1, missing: [none] };
  }
  const missing = sessions.flatMap((session) =>
    lines
      .filter(({ lineId }) => !session.recorded.has(lineId))
      .map(({ lineId, lineNo, name }) => ({
        key: `attendance:${session.sessionId}:${lineId}`,
        place: `${timeOf(session)} 第 ${lineNo} 号 ${name}`,
        message: "没有登记考勤",
        to,
      })),
  );
  const isDone = ({ recorded }: SessionFacts) => lines.every(({ lineId }) => recorded.has(lineId));
  return { ...head, done: sessions.filter(isDone).length, needed: sessions.length, missing };
}

/** 全程影像 (R04): every session has as many as are asked for, and all of them are read. */
export function mediaSection(
  classId: string,
  sessions: readonly SessionFacts[],
  waiting: number,
): GateSection {
  const to = `/classes/${classId}/media`;
  const short = sessions.filter(({ mediaNeeded, mediaCounted }) => mediaCounted < mediaNeeded);
  const missing = short.map((session): MissingItem => {
    const { mediaNeeded, mediaCounted } = session;
    const message = `影像不足：有 ${mediaCounted} 张（段），需 ${mediaNeeded} 张（段）`;
    return { key: `media:${session.sessionId}`, place: timeOf(session), message, to };
  });
  const unread = `有 ${waiting} 份影像正在读取，读完后再封存`;
  const reading = { key: "mediaWaiting", place: "", message: unread, to };
  return {
    ...{ id: "media", label: "全程影像", unit: "次课", to },
    done: sessions.length - short.length,
    needed: Math.max(sessions.length, 1),
    missing: waiting > 0 ? [...missing, reading] : missing,
  };
}

/** One signed record of either party is the least; each that is missing says so by itself. */
export function supervisionSection(
  classId: string,
  party: keyof SupervisionFacts,
  facts: SupervisionFacts,
): GateSection {
  const to = `/classes/${classId}/supervision`;
  const { label, message } = PARTIES[party];
  return {
    ...{ id: party, label, unit: "份", to, needed: 1, done: Math.min(facts[party], 1) },
    missing: facts[party] > 0 ? [] : [{ key: party, place: "", message, to }],
  };
}

/** 2020-06-01 09:00 */
function timeOf({ heldOn, startsAt }: SessionFacts): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${heldOn} ${two(Math.floor(startsAt / 60))}:${two(startsAt % 60)}`;
}
