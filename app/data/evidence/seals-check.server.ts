import type { EvidenceProblem } from "~/domain/evidence/evidence-problem";
import type { SealDifference } from "~/domain/rosters/seal-differences";
import type { Db, Tx } from "~/platform/prisma/client.server";
import { Prisma } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { checkSeal, type SealVerdict } from "./seal-check.server";

/** The longest roster takes seconds; a stuck disk must not hold the command for ever. */
const LIMITS = { maxWait: 10_000, timeout: 10 * 60_000 };

interface StoredSeal {
  readonly id: string;
  readonly rosterId: string;
  readonly countyCode: string;
  readonly digest: string;
  readonly manifestId: string;
  readonly label: string;
}

/** Works out every seal anew on the owner's connection, and looks for seals that are gone. */
export async function checkSeals(
  owner: Db,
): Promise<{ readonly count: number; readonly problems: readonly EvidenceProblem[] }> {
  const stored = await owner.rosterSeal.findMany({ orderBy: { sealedAt: "asc" } });
  const problems: EvidenceProblem[] = [];
  for (const { digest, ...one } of stored) {
    const seal = { ...one, digest: Buffer.from(digest).toString("hex") };
    // One snapshot: what is written meanwhile does not look like damage.
    const found = await owner.$transaction((tx) => problemsOf(tx, seal), {
      ...LIMITS,
      isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
    });
    problems.push(...found);
  }
  problems.push(...(await missingSeals(owner)));
  return { count: stored.length, problems };
}

async function problemsOf(tx: Tx, seal: StoredSeal): Promise<readonly EvidenceProblem[]> {
  const place = `${regionName(seal.countyCode) ?? seal.countyCode} ${seal.label}`;
  const verdict = await checkSeal(tx, seal);
  const own = (message: string) => [{ table: "roster_seal", row: seal.id, place, message }];
  if (verdict.kind === "intact") return [];
  if (verdict.kind !== "rowsChanged") return own(VERDICTS[verdict.kind]);
  // Differences there must be: the digests differ. Without any, the list itself was not canonical.
  if (verdict.differences.length === 0) return own(VERDICTS.otherDigest);
  return verdict.differences.map((one) => ({
    ...{ table: one.table, row: one.row, message: messageOf(one) },
    place: one.lineNo === null ? place : `${place} 第 ${one.lineNo} 号`,
  }));
}

const VERDICTS: Readonly<Record<Exclude<SealVerdict["kind"], "intact" | "rowsChanged">, string>> = {
  manifestUnreadable: "封存清单打不开或不见了",
  otherDigest: "封存摘要与封存清单不符",
  otherRoster: "封存被移到了另一份花名册上",
  rowsUnreadable: "封存的花名册不见了，或其中有号码打不开",
};

function messageOf({ how, fields }: SealDifference): string {
  switch (how) {
    case "changed":
      return `与封存时不一致：${fields.join("、")}`;
    case "removed":
      return "封存时有，现在没有";
    case "added":
      return "封存后多出来的";
  }
}

/** The trail knows of every seal and its digest; a roster marked as sealed has one. */
async function missingSeals(owner: Db): Promise<readonly EvidenceProblem[]> {
  const rows = await owner.$queryRaw<{ id: string; countyCode: string; isMoved: boolean }[]>`
    SELECT coalesce(r.id::text, t.subject_id) AS id,
      coalesce(r.county_code, t.county_code) AS "countyCode",
      t.subject_id IS NOT NULL AND s.id IS NOT NULL AS "isMoved"
    FROM roster r
      FULL JOIN (SELECT DISTINCT ON (1) coalesce(detail::jsonb ->> 'rosterId', subject_id)
            AS subject_id, county_code, detail::jsonb ->> 'digest' AS digest
        FROM trail_event WHERE action IN ('roster.seal', 'wage.lock') ORDER BY 1, seq DESC) AS t
        ON t.subject_id = r.id::text
      LEFT JOIN roster_seal s ON s.roster_id = r.id
    WHERE (r.state = 'sealed' AND s.id IS NULL)
      OR (s.id IS NOT NULL AND r.state <> 'sealed')
      OR (t.subject_id IS NOT NULL AND s.id IS NULL)
      OR (s.id IS NOT NULL AND t.digest IS DISTINCT FROM encode(s.digest, 'hex'))`;
  return rows.map(({ id, countyCode, isMoved }) => ({
    ...{ table: "roster", row: id, place: regionName(countyCode) ?? countyCode },
    message: isMoved
      ? "封存记录与操作留痕中封存时的摘要或名册状态不符"
      : "名册已封存，但封存记录或其留痕不见了",
  }));
}
