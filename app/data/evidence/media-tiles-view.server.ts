import type { Actor } from "~/domain/access/actor";
import {
  findingText,
  mediaFindings,
  type CameraFacts,
  type SessionFacts,
} from "~/domain/evidence/media-findings";
import type { MediaKind } from "~/domain/evidence/media-kind";
import { positionOf } from "~/domain/evidence/media-place";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { listLikenesses, type Likeness } from "./media-likenesses.server";

export type MediaState = "waiting" | "ready" | "unreadable";

/** One picture or video as the pages show it. */
export interface MediaTile {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: MediaKind;
  readonly state: MediaState;
  /** Why it could not be read; empty otherwise. */
  readonly problem: string;
  readonly hasThumbnail: boolean;
  /** Instant, ISO 8601. */
  readonly capturedAt: string | null;
  readonly durationMs: number | null;
  /** What asks for a look, in words. */
  readonly findings: readonly string[];
  readonly likenesses: readonly Likeness[];
  readonly setAsideReason: string | null;
}

export const TILE_COLUMNS = {
  ...{ id: true, classId: true, sessionId: true, kind: true, state: true, problem: true },
  ...{ thumbnailId: true, capturedAt: true, durationMs: true, latitude: true, longitude: true },
  ...{ findings: true, setAsideAt: true, setAsideReason: true },
} as const;

export type TileRow = Prisma.MediaItemGetPayload<{ select: typeof TILE_COLUMNS }>;

/** Completes rows with what a look at their session, at the jobs and at other pictures says. */
export async function tilesOf(
  tx: Tx,
  actor: Actor,
  rows: readonly TileRow[],
  sessions: ReadonlyMap<string, SessionFacts>,
  on: string,
): Promise<readonly MediaTile[]> {
  const failures = await failedReadings(tx, rows);
  const likenesses = await listLikenesses(tx, actor, rows, on);
  return rows.map((row) => {
    const failure = row.state === "waiting" ? failures.get(row.id) : undefined;
    const state = failure === undefined ? (row.state as MediaState) : "unreadable";
    const session = sessions.get(row.sessionId);
    const isCompared = state === "ready" && session !== undefined;
    return {
      ...{ id: row.id, sessionId: row.sessionId, kind: row.kind as MediaKind, state },
      problem: failure ?? row.problem,
      hasThumbnail: row.thumbnailId !== null,
      capturedAt: row.capturedAt?.toISOString() ?? null,
      durationMs: row.durationMs,
      findings: isCompared ? mediaFindings(cameraFacts(row), session).map(findingText) : [],
      likenesses: likenesses.get(row.id) ?? [],
      setAsideReason: row.setAsideAt === null ? null : (row.setAsideReason ?? ""),
    };
  });
}

/** A reading that killed its worker, or surprised it, has left its word with the job alone. */
async function failedReadings(tx: Tx, rows: readonly TileRow[]) {
  const waiting = rows.filter(({ state }) => state === "waiting").map(({ id }) => id);
  if (waiting.length === 0) return new Map<string, string>();
  const jobs = await tx.job.findMany({
    where: {
      subjectId: { in: waiting },
      kind: "readMedia",
      state: { in: ["failed", "cancelled"] },
    },
    select: { subjectId: true, message: true },
  });
  return new Map(jobs.map(({ subjectId, message }) => [subjectId, message]));
}

/** What the camera wrote down about a picture that was read. */
export function cameraFacts(row: TileRow): CameraFacts {
  const remarks: unknown = row.findings;
  const hasNotes = !(Array.isArray(remarks) && remarks.includes("noNotes"));
  const { capturedAt, latitude, longitude } = row;
  return { capturedAt, position: positionOf(latitude, longitude), hasNotes };
}
