import { looksLikeInitials } from "~/domain/people/typed-number";
import type {
  LedgerCheck,
  LedgerFilter,
  LedgerState,
  ProofState,
} from "~/domain/placements/ledger-filter";
import type { WorkerGroup } from "~/domain/placements/placement";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { beginsWith } from "~/data/rosters/roster-conditions.server";
import { Prisma } from "~/platform/prisma/client.server";
import { hasLeft, isAtWork } from "./at-work.server";

/** The filter over `placement p` on the day. */
export function ledgerConditions(filter: LedgerFilter, on: CalendarDate): Prisma.Sql {
  const conditions = [ofState(filter.state, on)];
  const equal = (column: Prisma.Sql, value: string | null) => {
    if (value !== null && value !== "") conditions.push(Prisma.sql`${column} = ${value}`);
  };
  const sameId = (column: Prisma.Sql, id: string | null) => {
    if (id !== null) conditions.push(Prisma.sql`${column} = ${id}::uuid`);
  };
  equal(Prisma.sql`p.county_code`, filter.county);
  equal(Prisma.sql`p.township`, filter.township);
  equal(Prisma.sql`p.destination`, filter.destination);
  equal(Prisma.sql`p.form`, filter.form);
  equal(Prisma.sql`p.arrangement`, filter.arrangement);
  if (filter.group !== null) conditions.push(ofGroup(filter.group));
  sameId(Prisma.sql`p.employer_id`, filter.employer);
  sameId(Prisma.sql`p.import_id`, filter.import);
  sameId(Prisma.sql`p.batch_id`, filter.batch);
  sameId(Prisma.sql`p.vacancy_id`, filter.vacancy);
  sameId(Prisma.sql`p.class_id`, filter.class);
  if (filter.proof !== null) conditions.push(ofProof(filter.proof));
  if (filter.check !== null) conditions.push(ofCheck(filter.check));
  if (filter.text !== "") {
    const { column, prefix } = searched(filter.text);
    conditions.push(beginsWith(column, prefix));
  }
  return Prisma.join(conditions, " AND ");
}

/** The column by which a text is searched: names by their characters, Latin letters are pinyin initials. */
export function searched(text: string): { readonly column: Prisma.Sql; readonly prefix: string } {
  return looksLikeInitials(text)
    ? { column: Prisma.sql`p.pinyin_initials`, prefix: text.toLowerCase() }
    : { column: Prisma.sql`p.name`, prefix: text };
}

function ofState(state: LedgerState, on: CalendarDate): Prisma.Sql {
  switch (state) {
    case "inWork":
      return Prisma.sql`p.removed_at IS NULL AND ${isAtWork(on)}`;
    case "ended":
      return Prisma.sql`p.removed_at IS NULL AND ${hasLeft(on)}`;
    case "all":
      return Prisma.sql`p.removed_at IS NULL`;
    case "removed":
      return Prisma.sql`p.removed_at IS NOT NULL`;
  }
}

function ofCheck(check: LedgerCheck): Prisma.Sql {
  switch (check) {
    case "overlap":
      return Prisma.sql`p.id IN (SELECT placement_id FROM placement_overlap
        WHERE checked_at IS NULL)`;
    case "overlapChecked":
      return Prisma.sql`p.id IN (SELECT placement_id FROM placement_overlap
        WHERE checked_at IS NOT NULL)`;
    case "noBatch":
      // The index's own condition (placement_organised_loose).
      return Prisma.sql`p.arrangement = 'ORGANISED' AND p.batch_id IS NULL AND p.removed_at IS NULL`;
  }
}

function ofGroup(group: WorkerGroup): Prisma.Sql {
  const isIt = Prisma.sql`p.worker_group = ${group}`;
  // The second half is the index's own condition (placement_of_group); it follows from the first.
  return group === "GENERAL" ? isIt : Prisma.sql`${isIt} AND p.worker_group <> 'GENERAL'`;
}

function ofProof(proof: ProofState): Prisma.Sql {
  switch (proof) {
    case "proved":
      return Prisma.sql`p.verified_category IS NOT NULL AND p.evidence_count > 0`;
    case "notVerified":
      // The second half is the index's own condition (placement_unproved); it follows from the first.
      return Prisma.sql`p.verified_category IS NULL
        AND (p.verified_category IS NULL OR p.evidence_count = 0)`;
    case "noEvidence":
      return Prisma.sql`p.evidence_count = 0
        AND (p.verified_category IS NULL OR p.evidence_count = 0)`;
  }
}
