import { findClassFacts } from "~/data/training/class-facts.server";
import type { DoubtFacts, LateAttendance } from "~/domain/evidence/gate-warnings";
import { mediaFindings } from "~/domain/evidence/media-findings";
import { classFindings } from "~/domain/training/class-findings";
import type { Tx } from "~/platform/prisma/client.server";
import { sessionFactsOf } from "./media-sessions.server";
import { cameraFacts, TILE_COLUMNS } from "./media-tiles-view.server";

/** Whether the filing is approved the gate asks by itself. */
const ASKED_BY_THE_GATE: ReadonlySet<string> = new Set(["approval.open", "approval.missing"]);

/** What asks for a look before the seal; `on` is the day it is asked, `YYYY-MM-DD`. */
export async function gatherDoubts(tx: Tx, classId: string, on: string): Promise<DoubtFacts> {
  const facts = await findClassFacts(tx, classId);
  const found = facts === null ? [] : classFindings(facts, on);
  return {
    classId,
    findings: found.filter(({ id }) => !ASKED_BY_THE_GATE.has(id)).map(({ what }) => what),
    mediaUnexplained: await unexplained(tx, classId),
    mediaDoubtful: await doubtful(tx, classId),
    lateAttendance: await lateAttendanceOf(tx, classId),
  };
}

async function unexplained(tx: Tx, classId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM media_likeness k JOIN media_item m ON m.id = k.media_id
    WHERE m.class_id = ${classId}::uuid AND m.set_aside_at IS NULL AND k.explained_at IS NULL`;
  return rows[0]?.count ?? 0;
}

async function doubtful(tx: Tx, classId: string): Promise<number> {
  const sessions = await sessionFactsOf(tx, classId);
  const items = await tx.mediaItem.findMany({
    where: { classId, state: "ready", setAsideAt: null },
    select: TILE_COLUMNS,
  });
  return items.filter((item) => {
    const session = sessions.get(item.sessionId);
    return session !== undefined && mediaFindings(cameraFacts(item), session).length > 0;
  }).length;
}

async function lateAttendanceOf(tx: Tx, classId: string): Promise<LateAttendance> {
  const rows = await tx.$queryRaw<{ sessions: number; mostDays: number }[]>`
    SELECT count(*)::int AS sessions, coalesce(max(days), 0)::int AS "mostDays" FROM (
      SELECT (max(a.recorded_at) AT TIME ZONE 'Asia/Shanghai')::date - s.held_on AS days
      FROM class_session s JOIN attendance a ON a.session_id = s.id
      WHERE s.class_id = ${classId}::uuid AND s.cancelled_at IS NULL GROUP BY s.id
    ) entered WHERE days > 0`;
  return rows[0] ?? { sessions: 0, mostDays: 0 };
}
