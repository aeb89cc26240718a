import { inTransaction } from "~/platform/prisma/transaction.server";
import { checkSeal } from "./seal-check.server";

/** What a seal says to whoever holds the printed form: no person's data. */
export interface PublicSeal {
  readonly rosterId: string;
  readonly countyCode: string;
  /** Says whether a class's roster was sealed or a month of wages. */
  readonly algorithm: string;
  readonly digest: string;
  readonly label: string;
  readonly headcount: number;
  readonly sealedAt: Date;
  readonly amendments: number;
}

interface StoredSeal extends Omit<PublicSeal, "digest"> {
  readonly digest: Uint8Array;
}

const NOBODY = { userId: "", counties: [] };

/** The seal with this code; only who knows all of its hundred bits finds it. */
export function findSealByCode(code: string): Promise<PublicSeal | null> {
  return inTransaction(NOBODY, async (tx) => {
    const rows = await tx.$queryRaw<StoredSeal[]>`SELECT * FROM seal_by_code(${code})`;
    const [found] = rows;
    return found === undefined
      ? null
      : { ...found, digest: Buffer.from(found.digest).toString("hex") };
  });
}

/** Whether the system's own rows still give the digest that was sealed. */
export function isStillAsSealed(seal: PublicSeal): Promise<boolean> {
  return inTransaction({ userId: "", counties: [seal.countyCode] }, async (tx) => {
    const stored = await tx.rosterSeal.findUnique({
      where: { rosterId: seal.rosterId },
      select: { manifestId: true },
    });
    if (stored === null) return false;
    return (await checkSeal(tx, { ...seal, ...stored })).kind === "intact";
  });
}
