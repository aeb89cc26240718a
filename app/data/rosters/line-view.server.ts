import type { Actor } from "~/domain/access/actor";
import { POVERTY_STATUS_LABELS, POVERTY_STATUSES } from "~/domain/people/poverty-status";
import type { Finding } from "~/domain/rosters/finding";
import { isInitials } from "~/domain/rosters/searched-number";
import { SEX_LABELS } from "~/domain/shared/sex";
import { maskedNumbers, type SealedNumbers } from "~/data/rosters/masked-line.server";
import { beginsWith } from "~/data/rosters/roster-conditions.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface LineRow {
  readonly id: string;
  readonly personId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly idMasked: string;
  readonly phoneMasked: string;
  readonly address: string;
  /** As the roster declares it, e.g. 已脱贫. */
  readonly declared: string;
  /** Null while the registry does not carry the person. */
  readonly verified: { readonly category: string; readonly snapshotOn: string } | null;
  readonly findings: readonly Pick<Finding, "severity" | "column" | "message">[];
}

export interface LineFilter {
  /** Name (any part) or initials; never a number. */
  readonly text: string;
  readonly onlyProblems: boolean;
  readonly onlyUnverified: boolean;
}

export interface LineListPage {
  readonly rows: readonly LineRow[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
}

type StoredLine = Omit<LineRow, "sex" | "declared" | "verified" | "idMasked" | "phoneMasked"> &
  SealedNumbers & {
    readonly sex: string;
    readonly declaredStatus: string;
    readonly category: string | null;
    readonly verifiedOn: string | null;
  };

interface WantedPage {
  readonly page: number;
  readonly size: number;
  /** Show the page on which this line stands, whatever `page` says. */
  readonly lineId: string | null;
}

/** The standing lines of a roster in their order, numbers masked. */
export async function listLines(
  actor: Actor,
  rosterId: string,
  filter: LineFilter,
  { page: asked, size, lineId }: WantedPage,
): Promise<LineListPage> {
  const where = Prisma.sql`l.roster_id = ${rosterId}::uuid AND l.removed_at IS NULL
    AND ${lineConditions(filter)}`;
  return inTransaction(actor, async (tx) => {
    const counted = await tx.$queryRaw<{ total: number; before: number }[]>`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE l.line_no <
        (SELECT o.line_no FROM roster_line o WHERE o.id = ${lineId}::uuid))::int AS before
      FROM roster_line l WHERE ${where}`;
    const { total = 0, before = 0 } = counted[0] ?? {};
    const pageCount = Math.max(1, Math.ceil(total / size));
    const wanted = lineId === null ? asked : Math.floor(before / size) + 1;
    const page = Math.min(wanted, pageCount);
    const stored = await tx.$queryRaw<StoredLine[]>`
      SELECT l.id, l.person_id AS "personId", l.line_no AS "lineNo", l.name, l.sex, l.ethnicity,
        l.address, l.findings, l.declared_status AS "declaredStatus", l.id_index AS "idIndex",
        l.id_sealed AS "idSealed", l.phone_sealed AS "phoneSealed",
        l.verified_category AS category, l.verified_on::text AS "verifiedOn"
      FROM roster_line l WHERE ${where}
      ORDER BY l.line_no, l.id LIMIT ${size} OFFSET ${(page - 1) * size}`;
    return { rows: stored.map(asRow), total, page, pageCount };
  });
}

function lineConditions({ text, onlyProblems, onlyUnverified }: LineFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (isInitials(text)) {
    conditions.push(beginsWith(Prisma.sql`l.pinyin_initials`, text.toLowerCase()));
  } else if (text !== "") conditions.push(Prisma.sql`strpos(l.name, ${text}) > 0`);
  if (onlyProblems) conditions.push(Prisma.sql`is_problem(l.findings)`);
  if (onlyUnverified) conditions.push(Prisma.sql`l.verified_category IS NULL`);
  return Prisma.join(conditions, " AND ");
}

function asRow(line: StoredLine): LineRow {
  const { idCardNumber, phone } = maskedNumbers(line);
  const { id, personId, lineNo, name, ethnicity, address, findings } = line;
  return {
    ...{ id, personId, lineNo, name, ethnicity, address },
    sex: line.sex === "MALE" || line.sex === "FEMALE" ? SEX_LABELS[line.sex] : "",
    idMasked: idCardNumber,
    phoneMasked: phone,
    declared: statusLabel(line.declaredStatus),
    verified:
      line.category === null
        ? null
        : { category: statusLabel(line.category), snapshotOn: line.verifiedOn ?? "" },
    findings: findings.map(({ severity, column, message }) => ({ severity, column, message })),
  };
}

function statusLabel(stored: string): string {
  const status = POVERTY_STATUSES.find((one) => one === stored);
  return status === undefined ? stored : POVERTY_STATUS_LABELS[status];
}
