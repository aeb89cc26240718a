import { createHash } from "node:crypto";
import { buildWageManifest } from "~/data/posts/wage-manifest.server";
import { wageSealDifferences } from "~/domain/posts/wage-seal-differences";
import { WAGE_SEAL_ALGORITHM, type WageManifest } from "~/domain/posts/wage-seal";
import { sealDifferences, type SealDifference } from "~/domain/rosters/seal-differences";
import type { SealManifest } from "~/domain/rosters/seal";
import type { Tx } from "~/platform/prisma/client.server";
import { buildManifest, sealedForm } from "./seal-manifest.server";
import { readManifest } from "./seal-store.server";

/** What a seal is checked by; the digest in hexadecimal. */
export interface SealToCheck {
  readonly rosterId: string;
  readonly digest: string;
  readonly manifestId: string;
}

export type SealVerdict =
  | { readonly kind: "intact" }
  /** The kept manifest does not open, or is gone. */
  | { readonly kind: "manifestUnreadable" }
  /** The kept manifest is not the one whose digest the seal carries. */
  | { readonly kind: "otherDigest" }
  /** The seal stands beside another roster than it was made for. */
  | { readonly kind: "otherRoster" }
  /** The rows of the sealed roster are gone altogether, or a number does not open. */
  | { readonly kind: "rowsUnreadable" }
  | { readonly kind: "rowsChanged"; readonly differences: readonly SealDifference[] };

/** Works the digest out anew from the rows as they are, and says which of them are not as they were sealed. */
export async function checkSeal(tx: Tx, seal: SealToCheck): Promise<SealVerdict> {
  const kept = await readManifest(seal.manifestId).catch(() => null);
  if (kept === null) return { kind: "manifestUnreadable" };
  const digest = createHash("sha256").update(kept.bytes).digest("hex");
  if (digest !== seal.digest) return { kind: "otherDigest" };
  // Its digest is the seal's: it is what was written then, of a class or of a month's wages.
  return kept.manifest.algorithm === WAGE_SEAL_ALGORITHM
    ? compared(tx, seal, kept.manifest as unknown as WageManifest, WAGES)
    : compared(tx, seal, kept.manifest as unknown as SealManifest, CLASSES);
}

interface Ways<Manifest> {
  readonly build: (tx: Tx, rosterId: string, salt: string) => Promise<Manifest>;
  readonly differences: (sealed: Manifest, present: Manifest) => readonly SealDifference[];
}

const CLASSES: Ways<SealManifest> = { build: buildManifest, differences: sealDifferences };
const WAGES: Ways<WageManifest> = { build: buildWageManifest, differences: wageSealDifferences };

async function compared<Manifest extends SealManifest | WageManifest>(
  tx: Tx,
  seal: SealToCheck,
  sealed: Manifest,
  { build, differences }: Ways<Manifest>,
): Promise<SealVerdict> {
  if (sealed.roster.id !== seal.rosterId) return { kind: "otherRoster" };
  const present = await build(tx, seal.rosterId, sealed.salt).catch(() => null);
  if (present === null) return { kind: "rowsUnreadable" };
  if (sealedForm(present).digest.toString("hex") === seal.digest) return { kind: "intact" };
  return { kind: "rowsChanged", differences: differences(sealed, present) };
}
