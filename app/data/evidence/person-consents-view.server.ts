import { findConsentingPerson } from "~/data/evidence/consent-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  CONSENT_METHOD_LABELS,
  CONSENT_PURPOSES,
  WITHDRAWAL_WAY_LABELS,
  type ConsentMethod,
  type ConsentPurpose,
  type WithdrawalWay,
} from "~/domain/evidence/consent";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface ConsentRow {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly noticeId: string;
  readonly noticeTitle: string;
  readonly noticeVersion: number;
  readonly method: string;
  readonly givenAt: string;
  readonly witness: string;
  readonly withdrawn: { readonly at: string; readonly way: string; readonly reason: string } | null;
}

export interface PersonConsents {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  /** Latest first. */
  readonly consents: readonly ConsentRow[];
  /** What stands now: what may be withdrawn. */
  readonly standing: readonly ConsentPurpose[];
  readonly mayRead: boolean;
  readonly mayRecord: boolean;
}

const MOST = 200;

/** The consents of one person; null when there is no such person in scope. */
export function viewPersonConsents(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<PersonConsents | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const person = await findConsentingPerson(tx, id);
    if (person === null) return null;
    const rows = await tx.$queryRaw<StoredConsent[]>`
      SELECT c.id, c.purpose, c.notice_id AS "noticeId", n.title AS "noticeTitle",
        n.version AS "noticeVersion", c.method, c.given_at AS "givenAt", c.witness,
        c.withdrawn_at AS "withdrawnAt", c.withdrawn_way AS way, c.withdrawn_reason AS reason
      FROM consent c JOIN consent_notice n ON n.id = c.notice_id
      WHERE c.person_id = ${id}::uuid ORDER BY c.given_at DESC, c.id LIMIT ${MOST}`;
    const isStanding = (purpose: ConsentPurpose) =>
      rows.some((row) => row.purpose === purpose && row.withdrawnAt === null);
    return {
      ...{
        id,
        ...person,
        consents: rows.map(asRow),
        standing: CONSENT_PURPOSES.filter(isStanding),
      },
      mayRead: may(actor, "consent.read", person.countyCode, on),
      mayRecord: may(actor, "consent.record", person.countyCode, on),
    };
  });
}

interface StoredConsent extends Omit<ConsentRow, "method" | "givenAt" | "withdrawn"> {
  readonly method: ConsentMethod;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
  readonly way: WithdrawalWay | null;
  readonly reason: string | null;
}

function asRow({ method, givenAt, withdrawnAt, way, reason, ...row }: StoredConsent): ConsentRow {
  return {
    ...row,
    method: CONSENT_METHOD_LABELS[method],
    givenAt: givenAt.toISOString(),
    withdrawn:
      withdrawnAt === null || way === null
        ? null
        : { at: withdrawnAt.toISOString(), way: WITHDRAWAL_WAY_LABELS[way], reason: reason ?? "" },
  };
}
