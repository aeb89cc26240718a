import { actionLabel, detailText } from "~/domain/trail/labels";
import type { Tx } from "~/platform/prisma/client.server";
import { workplaceName } from "./workplace-name.server";

/** Something done to the line itself: filed, corrected, ended, proved, taken out. */
export interface HistoryLine {
  readonly seq: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly detail: string;
}

const MOST_LINES = 100;
/** Somebody's look at a proof changes nothing. */
const LOOKS = ["placement.viewEvidence"];

/** What was done to the line, by whom, the newest first; older values as they were. */
export async function historyOf(tx: Tx, placementId: string): Promise<HistoryLine[]> {
  const events = await tx.trailEvent.findMany({
    where: { subjectKind: "placement", subjectId: placementId, action: { notIn: LOOKS } },
    select: { seq: true, at: true, actorName: true, action: true, detail: true },
    orderBy: { seq: "desc" },
    take: MOST_LINES,
  });
  return events.map(({ seq, at, actorName, action, detail }) => ({
    ...{ seq: String(seq), at: at.toISOString(), actorName, action: actionLabel(action) },
    detail: withPlacesNamed(detailText(JSON.parse(detail) as Record<string, unknown>)),
  }));
}

/** The trail keeps the workplace by its code, as the line does. */
function withPlacesNamed(text: string): string {
  return text.replace(/就业地 (\d{6})/g, (_, code: string) => `就业地 ${workplaceName(code)}`);
}
