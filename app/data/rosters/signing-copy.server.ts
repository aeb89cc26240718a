import type { PoolClient } from "pg";
import type { Actor } from "~/domain/access/actor";
import { formatPageCode } from "~/domain/rosters/page-code";
import { PAGE_GEOMETRY } from "~/domain/rosters/page-geometry";
import { qrPicture, type QrPicture } from "~/platform/image/qr-picture.server";
import { findRosterState, saveRosterPrint } from "./roster-print-store.server";

/** What a sheet that is signed carries, so that its scan finds the way back. */
export interface SigningPage {
  readonly code: string;
  readonly qr: QrPicture;
}

export interface SigningCopy {
  readonly printNo: number;
  readonly contentVersion: number;
  readonly pages: readonly SigningPage[];
}

/** Numbers are hidden on it, or what was signed already stands sealed. */
export type NotForSigning = "masked" | "sealed";

interface CopyToMake {
  readonly rosterId: string;
  /** In the order of the paper. */
  readonly lines: readonly { readonly id: string }[];
  readonly copyNo: string;
  readonly actor: Actor;
  readonly printedAt: Date;
}

/** Null when a copy of the roster, which the caller has locked, may be signed. */
export async function whyNotForSigning(
  client: PoolClient,
  rosterId: string,
  showsFullNumbers: boolean,
): Promise<NotForSigning | null> {
  if (!showsFullNumbers) return "masked";
  return (await findRosterState(client, rosterId)) === "sealed" ? "sealed" : null;
}

/** Records the printing and gives each of its sheets a code; null when there is nobody to sign. */
export async function makeSigningCopy(
  client: PoolClient,
  { rosterId, lines, copyNo, actor, printedAt }: CopyToMake,
): Promise<SigningCopy | null> {
  if (lines.length === 0) return null;
  const { code, pageCount, printNo, contentVersion } = await saveRosterPrint(client, {
    rosterId,
    lineIds: lines.map(({ id }) => id),
    rowsPerPage: PAGE_GEOMETRY.rowsPerPage,
    copyNo,
    printedBy: actor.userId,
    printedByName: actor.name,
    printedAt,
  });
  const pages = Array.from({ length: pageCount }, (_, index) => {
    const text = formatPageCode({ printCode: code, page: index + 1, pages: pageCount });
    return { code: text, qr: qrPicture(text) };
  });
  return { printNo, contentVersion, pages };
}
