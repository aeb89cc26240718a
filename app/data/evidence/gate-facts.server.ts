import { listSessionMedia } from "~/data/evidence/media-gaps.server";
import { listLineProofs, type LineInk } from "~/data/evidence/proof-standing.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import type { GateFacts } from "~/domain/evidence/completeness";
import type { SessionFacts } from "~/domain/evidence/course-gate";
import type { InkElement } from "~/domain/evidence/line-proofs";
import type { InkStanding, VerificationDays } from "~/domain/rosters/line-gate";
import type { RosterState } from "~/domain/rosters/roster";
import type { Tx } from "~/platform/prisma/client.server";
import { supervisionStanding } from "./supervision-standing.server";
import { listLineVerifications } from "./verification-standing.server";

/** What the gate looks at, as the rows stand in this transaction; the roster must be in scope. */
export async function gatherGateFacts(tx: Tx, rosterId: string): Promise<GateFacts> {
  const roster = await tx.roster.findUniqueOrThrow({
    where: { id: rosterId },
    select: {
      ...{ classId: true, countyCode: true, state: true },
      trainingClass: {
        select: { filingState: true, startsOn: true, endsOn: true, completedOn: true },
      },
    },
  });
  const { classId, countyCode, trainingClass } = roster;
  if (classId === null || trainingClass === null) throw new Error("a gate is a class's");
  const completedOn = trainingClass.completedOn?.toISOString().slice(0, 10) ?? null;
  const opening = trainingClass.startsOn.toISOString().slice(0, 10);
  const completion = completedOn ?? trainingClass.endsOn.toISOString().slice(0, 10);
  const open = { classId, setAsideAt: null };
  return {
    ...{ rosterId, classId, completedOn },
    state: roster.state as RosterState,
    isFilingApproved: trainingClass.filingState === "approved",
    days: await daysOf(tx, countyCode, { opening, completion }),
    lines: await linesOf(tx, rosterId),
    sessions: await sessionsOf(tx, classId),
    supervision: await supervisionStanding(tx, classId),
    mediaWaiting: await tx.mediaItem.count({ where: { ...open, state: "waiting" } }),
  };
}

async function daysOf(
  tx: Tx,
  countyCode: string,
  eventOn: VerificationDays["eventOn"],
): Promise<VerificationDays> {
  const limit = (on: string) => findParameter(tx, "verification.maxAgeDays", countyCode, on);
  const opening = await limit(eventOn.opening);
  const completion = await limit(eventOn.completion);
  const maxAgeDays = { opening: opening?.value ?? null, completion: completion?.value ?? null };
  return { eventOn, maxAgeDays };
}

interface StoredLine {
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly hasIdCardNumber: boolean;
  readonly hasContact: boolean;
  readonly hasResult: boolean;
  /** Elements of which a proof for an earlier version stands. */
  readonly earlier: readonly InkElement[];
}

async function linesOf(tx: Tx, rosterId: string): Promise<GateFacts["lines"]> {
  const rows = await tx.$queryRaw<StoredLine[]>`
    SELECT l.id AS "lineId", l.line_no AS "lineNo", l.name,
      octet_length(l.id_sealed) > 0 AS "hasIdCardNumber",
      coalesce(octet_length(l.phone_sealed) > 0, false) AS "hasContact",
      coalesce(c.result <> '', false) AS "hasResult",
      ARRAY(SELECT DISTINCT a.element FROM acknowledgement a
        WHERE a.line_id = l.id AND a.voided_at IS NULL
          AND a.line_version <> l.content_version) AS earlier
    FROM roster_line l LEFT JOIN completion_result c ON c.line_id = l.id
    WHERE l.roster_id = ${rosterId}::uuid AND l.removed_at IS NULL
    ORDER BY l.line_no, l.id`;
  const answers = new Map(
    (await listLineVerifications(tx, rosterId)).map((one) => [one.lineId, one]),
  );
  const inks = new Map((await listLineProofs(tx, rosterId)).map((one) => [one.lineId, one]));
  return rows.map(({ earlier, ...line }) => {
    const own = answers.get(line.lineId);
    const ink = inks.get(line.lineId);
    return {
      ...line,
      answers: { opening: own?.opening ?? null, completion: own?.completion ?? null },
      ink: {
        SIGNATURE: standing(ink?.signature, earlier.includes("SIGNATURE")),
        FINGERPRINT: standing(ink?.fingerprint, earlier.includes("FINGERPRINT")),
      },
    };
  });
}

function standing(proof: LineInk["signature"] | undefined, hasEarlier: boolean): InkStanding {
  if (proof !== undefined && proof !== null) return "current";
  return hasEarlier ? "outdated" : "none";
}

async function sessionsOf(tx: Tx, classId: string): Promise<readonly SessionFacts[]> {
  const sessions = await listSessionMedia(tx, classId);
  const rows = await tx.$queryRaw<{ sessionId: string; lineIds: string[] }[]>`
    SELECT a.session_id AS "sessionId", array_agg(a.line_id::text) AS "lineIds"
    FROM attendance a JOIN class_session s ON s.id = a.session_id
    WHERE s.class_id = ${classId}::uuid GROUP BY a.session_id`;
  const recorded = new Map(rows.map(({ sessionId, lineIds }) => [sessionId, new Set(lineIds)]));
  return sessions.map(({ sessionId, heldOn, startsAt, needed, counted }) => ({
    ...{ sessionId, heldOn, startsAt, mediaNeeded: needed, mediaCounted: counted },
    recorded: recorded.get(sessionId) ?? new Set<string>(),
  }));
}
