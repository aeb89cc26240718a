import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { readsWholeLine } from "~/domain/placements/reader";
import { inTimeOrder, type PersonEvent } from "~/domain/people/timeline";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import * as cooperation from "./timeline-cooperation.server";
import * as courses from "./timeline-courses.server";
import * as evidence from "./timeline-evidence.server";
import * as placements from "./timeline-placements.server";
import * as posts from "./timeline-posts.server";

/** Everything of one kind that happened to the person in these counties. */
export type TimelineSource = (
  tx: Tx,
  personId: string,
  counties: readonly string[],
  on: string,
) => Promise<readonly PersonEvent[]>;

/**
 * Another kind of event is one line more: what its reader must be allowed, and where it is read. `narrow`: told to a
 * district officer as well, who learns of a placement, a post and their proof and no more (R20).
 */
const SOURCES: readonly (readonly [Action, TimelineSource, "narrow"?])[] = [
  ["roster.read", courses.imports],
  ["class.read", courses.classes],
  ["roster.read", courses.verifications],
  ["class.read", courses.results],
  ["consent.read", evidence.consents],
  ["proof.read", evidence.proofs],
  ["roster.read", evidence.seals],
  ["roster.read", evidence.amendments],
  ["placement.read", placements.placements, "narrow"],
  ["placement.read", placements.evidence, "narrow"],
  ["placement.read", placements.followUps],
  ["placement.read", cooperation.fairs],
  ["placement.read", cooperation.studentSteps],
  ["post.read", posts.posts, "narrow"],
  ["post.read", posts.wages, "narrow"],
];

/** One time line of a person, the newest first: only counties and kinds that are the reader's to see. */
export function viewTimeline(
  actor: Actor,
  personId: string,
  on: string,
): Promise<readonly PersonEvent[]> {
  return inTransaction(actor, async (tx) => {
    const events: PersonEvent[] = [];
    for (const [needs, read, narrow] of SOURCES) {
      const isHis = (code: string) => narrow !== undefined || readsWholeLine(actor, code, on);
      const counties = actor.counties.filter((code) => may(actor, needs, code, on) && isHis(code));
      if (counties.length > 0) events.push(...(await read(tx, personId, counties, on)));
    }
    return inTimeOrder(events);
  });
}
