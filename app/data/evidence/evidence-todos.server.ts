import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { AMENDMENT_SUBJECT_LABELS, type AmendmentSubject } from "~/domain/rosters/amendment";
import {
  partiesOf,
  SUPERVISION_PARTIES,
  SUPERVISION_PARTY_LABELS,
} from "~/domain/evidence/supervision";
import { className } from "~/domain/training/training-class";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface EvidenceTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

const MOST_ROWS = 20;

/** Classes that his party has not looked at, and changes after the seal that ask for a second person. */
export async function evidenceTodos(tx: Tx, actor: Actor, on: string): Promise<EvidenceTodo[]> {
  const amendments = await tx.rosterAmendment.findMany({
    where: waitingAmendments(actor, on),
    select: { rosterId: true, number: true, subject: true, countyCode: true, proposedByName: true },
    orderBy: { proposedAt: "asc" },
    take: MOST_ROWS,
  });
  const classes = await unsupervised(tx, actor, on);
  return [
    ...amendments.map(({ rosterId, number, subject, countyCode, proposedByName }) => ({
      what: `审核封存后更正：${AMENDMENT_SUBJECT_LABELS[subject as AmendmentSubject]}`,
      countyName: regionName(countyCode) ?? countyCode,
      detail: `${proposedByName} 提出，待另一人审核`,
      to: `/rosters/${rosterId}/amendments/${number}`,
    })),
    ...classes.slice(0, MOST_ROWS).map(({ id, countyCode, party, ...one }) => ({
      what: `监督培训班：${className(one)}`,
      countyName: regionName(countyCode) ?? countyCode,
      detail: `已开班，还没有${party}的监督记录`,
      to: `/classes/${id}/supervision`,
    })),
  ];
}

/** How many things `evidenceTodos` would list without its limits. */
export async function countEvidenceTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const amendments = await tx.rosterAmendment.count({ where: waitingAmendments(actor, on) });
  return amendments + (await unsupervised(tx, actor, on)).length;
}

function waitingAmendments(actor: Actor, on: string): Prisma.RosterAmendmentWhereInput {
  const counties = countiesFor(actor, "roster.reviewAmendment", on);
  return {
    state: "proposed",
    countyCode: { in: counties },
    proposedBy: { not: actor.userId },
  };
}

interface Unsupervised {
  readonly id: string;
  readonly name: string;
  readonly term: string;
  readonly countyCode: string;
  /** In whose place the actor would look: 人社局. */
  readonly party: string;
}

/** Approved, begun and not sealed, without a record of the party for which the actor may sign. */
async function unsupervised(tx: Tx, actor: Actor, on: string): Promise<Unsupervised[]> {
  const found: Unsupervised[] = [];
  for (const party of SUPERVISION_PARTIES) {
    const counties = actor.counties.filter((code) => partiesOf(actor, code, on).includes(party));
    if (counties.length === 0) continue;
    const rows = await tx.$queryRaw<Omit<Unsupervised, "party">[]>`
      SELECT c.id, c.name, c.term, c.county_code AS "countyCode"
      FROM training_class c LEFT JOIN roster r ON r.class_id = c.id
      WHERE c.county_code = ANY(${counties}) AND c.filing_state = 'approved'
        AND c.starts_on <= ${on}::date AND r.state IS DISTINCT FROM 'sealed'
        AND c.created_by <> ${actor.userId}::uuid
        AND c.filed_by IS DISTINCT FROM ${actor.userId}::uuid
        AND NOT EXISTS (SELECT FROM supervision_record s
          WHERE s.class_id = c.id AND s.party = ${party} AND s.voided_at IS NULL)
      ORDER BY c.starts_on, c.id`;
    found.push(...rows.map((row) => ({ ...row, party: SUPERVISION_PARTY_LABELS[party] })));
  }
  return found;
}
