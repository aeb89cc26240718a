import {
  findLinkByToken,
  lockLineBehind,
  openLink,
  revokeLinks,
  scopeOfLink,
  type LinkRecord,
} from "~/data/evidence/signing-link-store.server";
import { readSignedLine, type SignedLine } from "~/data/evidence/signed-line.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { signerName } from "~/domain/evidence/signed-document";
import { isTokenShaped, linkState } from "~/domain/evidence/signing-link";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A link that may be signed by, and whether its person has said that he is the one. */
export interface OpenLink extends Pick<LinkRecord, "way" | "rosterId"> {
  readonly line: SignedLine;
  readonly isConfirmed: boolean;
}

export interface LookedAt {
  /** Whether such a link was ever given out: who sends many that were not is guessing. */
  readonly isKnown: boolean;
  /** Null for every reason alike: unknown, expired, used, revoked, outdated, closed. */
  readonly open: OpenLink | null;
}

/** What the link shows; changes nothing. */
export function lookAtLink(token: string, now: Date): Promise<LookedAt> {
  return withLink(token, now, async (tx, link, line) => {
    const row = await tx.signingLink.findUnique({
      where: { id: link.id },
      select: { openedAt: true },
    });
    return { line, way: link.way, rosterId: link.rosterId, isConfirmed: row?.openedAt != null };
  });
}

/** [我是本人]: leaves when it was first opened, and shows the rest. */
export function confirmLink(token: string, now: Date): Promise<LookedAt> {
  return withLink(token, now, async (tx, link, line) => {
    const isFirst = await openLink(tx, link.id, now);
    if (isFirst) await leaveLinkTrail(tx, link, line, "signing.openLink", now, {});
    return { line, way: link.way, rosterId: link.rosterId, isConfirmed: true };
  });
}

/** [不是我]: the link ends, for it is in the wrong hands. */
export function disownLink(token: string, now: Date): Promise<LookedAt> {
  return withLink(token, now, async (tx, link, line) => {
    await revokeLinks(tx, { id: link.id }, { userId: null, now });
    const detail = { reason: "打开的人说不是本人" };
    await leaveLinkTrail(tx, link, line, "signing.revokeLink", now, detail);
    return null;
  });
}

/** A token that opens nothing costs the same two transactions as one that does. */
async function withLink(
  token: string,
  now: Date,
  work: (tx: Tx, link: LinkRecord, line: SignedLine) => Promise<OpenLink | null>,
): Promise<LookedAt> {
  const shaped = isTokenShaped(token) ? token : "";
  const nobody = scopeOfLink(null);
  const link = await inTransaction(nobody, (tx) => findLinkByToken(tx, shaped));
  const open = await inTransaction(scopeOfLink(link), async (tx) => {
    const behind = await lockLineBehind(tx, link?.lineId ?? NO_LINE);
    if (link === null || linkState(link, behind, now) !== "open") return null;
    const line = await readSignedLine(tx, link, dayInChina(now));
    return line === null ? null : work(tx, link, line);
  });
  return { isKnown: link !== null, open };
}

const NO_LINE = "00000000-0000-7000-8000-000000000000";

function leaveLinkTrail(
  tx: Tx,
  link: LinkRecord,
  line: SignedLine,
  action: string,
  at: Date,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at, action, actorId: null, actorName: signerName(line.facts) },
    subjectKind: "rosterLine",
    subjectId: link.lineId,
    countyCode: link.countyCode,
    detail: { ...detail, rosterId: link.rosterId, linkId: link.id },
  });
}
