import { createHash, randomBytes } from "node:crypto";
import {
  LINK_LIFETIME_MS,
  type LinkFacts,
  type LineBehindLink,
  type SigningWay,
} from "~/domain/evidence/signing-link";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { Scope } from "~/platform/prisma/transaction.server";

export interface LinkRecord extends LinkFacts {
  readonly id: string;
  readonly rosterId: string;
  readonly lineId: string;
  readonly countyCode: string;
  readonly way: SigningWay;
  readonly createdBy: string;
  readonly createdByName: string;
}

export interface LineToSign {
  readonly id: string;
  readonly personId: string;
  readonly contentVersion: number;
}

/** A new link for each line; the tokens (256 random bits, base64url) are told here and kept nowhere. */
export async function saveLinks(
  tx: Tx,
  lines: readonly LineToSign[],
  facts: {
    readonly rosterId: string;
    readonly countyCode: string;
    readonly way: SigningWay;
    readonly by: { readonly userId: string; readonly name: string };
    readonly now: Date;
  },
): Promise<ReadonlyMap<string, string>> {
  const { rosterId, countyCode, way, by, now } = facts;
  const tokens = new Map(lines.map(({ id }) => [id, randomBytes(32).toString("base64url")]));
  await tx.signingLink.createMany({
    data: lines.map(({ id: lineId, contentVersion }) => ({
      ...{ id: newId(), rosterId, lineId, lineVersion: contentVersion, countyCode, way },
      tokenHash: hashToken(tokens.get(lineId) ?? ""),
      createdBy: by.userId,
      createdByName: by.name,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_LIFETIME_MS[way]),
    })),
  });
  return tokens;
}

/** What a token opens, whoever asks; null for a token that was never given out. */
export async function findLinkByToken(tx: Tx, token: string): Promise<LinkRecord | null> {
  const rows = await tx.$queryRaw<LinkRecord[]>`
    SELECT * FROM signing_link_by_token(${hashToken(token)})`;
  return rows[0] ?? null;
}

/** Sees the county of the link, as the officer who gave it away; nothing, when there is no link. */
export function scopeOfLink(link: LinkRecord | null): Scope {
  if (link === null) return { userId: "", counties: [] };
  return { userId: link.createdBy, counties: [link.countyCode] };
}

/** The line as it is now; null when it was taken off. Sealing waits until this transaction ends. */
export async function lockLineBehind(tx: Tx, lineId: string): Promise<LineBehindLink | null> {
  const rows = await tx.$queryRaw<LineBehindLink[]>`
    SELECT l.content_version AS version, r.kind, r.state
    FROM roster_line l JOIN roster r ON r.id = l.roster_id
    WHERE l.id = ${lineId}::uuid AND l.removed_at IS NULL FOR SHARE`;
  return rows[0] ?? null;
}

/** Uses the link up; false when somebody was quicker, or it ended meanwhile. */
export async function useLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.signingLink.updateMany({
    where: { id, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Marks that its person has said who he is; the first time counts. */
export async function openLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.signingLink.updateMany({
    where: { id, openedAt: null, usedAt: null, revokedAt: null },
    data: { openedAt: now },
  });
  return count === 1;
}

/** Ends every link of the roster, the line or the person that could still be used. */
export async function revokeLinks(
  tx: Tx,
  which:
    | { readonly id: string }
    | { readonly rosterId: string }
    | { readonly lineIds: readonly string[] },
  by: { readonly userId: string | null; readonly now: Date },
): Promise<number> {
  const chosen = "lineIds" in which ? { lineId: { in: [...which.lineIds] } } : which;
  const { count } = await tx.signingLink.updateMany({
    where: { ...chosen, usedAt: null, revokedAt: null, expiresAt: { gt: by.now } },
    data: { revokedAt: by.now, revokedBy: by.userId },
  });
  return count;
}

function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
