import { findSealByCode, isStillAsSealed } from "~/data/evidence/seal-by-code.server";
import { WAGE_SEAL_ALGORITHM } from "~/domain/posts/wage-seal";
import { readDigest, readSealCode } from "~/domain/rosters/seal-code";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { visitLimit } from "~/platform/http/visit-limit.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** What anybody who holds a sealed form is told. */
export interface SealAnswer {
  /** Whether the digest on the paper is the one that was sealed. */
  readonly isSame: boolean;
  /** Whether the rows of the system still give that digest. */
  readonly isStillAsSealed: boolean;
  readonly label: string;
  readonly countyName: string;
  readonly headcount: number;
  readonly sealedOn: string;
  /** Approved changes since; null of wages, which are corrected with a later month's line. */
  readonly amendments: number | null;
}

export type SealCheckRefusal =
  | { readonly kind: "tooMany" }
  | { readonly kind: "codeWrong" }
  | { readonly kind: "digestWrong" }
  | { readonly kind: "unknown" };

/** An office checking a pile of forms stays below; guessing a hundred bits is hopeless anyhow. */
const limit = visitLimit(60, 10 * 60_000);

/** Compares a printed code and digest with what was sealed; for anybody, without a session. */
export async function checkPrintedSeal(
  typed: { readonly code: string; readonly digest: string },
  address: string,
  now: Date,
): Promise<Outcome<SealAnswer, SealCheckRefusal>> {
  if (!limit.mayVisit(address, now.getTime())) return refused({ kind: "tooMany" });
  const code = readSealCode(typed.code.slice(0, 100));
  if (code === null) return refused({ kind: "codeWrong" });
  const digest = readDigest(typed.digest.slice(0, 200));
  if (digest === null) return refused({ kind: "digestWrong" });
  const seal = await findSealByCode(code);
  if (seal === null) return refused({ kind: "unknown" });
  const { label, headcount, countyCode, sealedAt } = seal;
  return done({
    ...{ label, headcount },
    amendments: seal.algorithm === WAGE_SEAL_ALGORITHM ? null : seal.amendments,
    isSame: digest === seal.digest,
    isStillAsSealed: await isStillAsSealed(seal),
    countyName: regionName(countyCode) ?? countyCode,
    sealedOn: dayInChina(sealedAt),
  });
}
