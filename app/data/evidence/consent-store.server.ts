import type { ConsentMethod, ConsentPurpose, WithdrawalWay } from "~/domain/evidence/consent";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewConsent {
  readonly personId: string;
  readonly lineId: string | null;
  readonly countyCode: string;
  readonly noticeId: string;
  readonly purpose: ConsentPurpose;
  readonly method: ConsentMethod;
  readonly givenAt: Date;
  readonly witness: string;
  /** Null when the person gave it by himself, on his own phone. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

export interface StandingConsent {
  readonly id: string;
  readonly personId: string;
  readonly noticeId: string;
  readonly method: ConsentMethod;
  readonly givenAt: Date;
}

/**
 * A person as this scope knows him: his own row, or else his latest roster line. The registry may keep
 * him in another county than the one he is trained in, and he may withdraw where he was asked.
 */
export async function findConsentingPerson(
  tx: Tx,
  id: string,
): Promise<{ readonly name: string; readonly countyCode: string } | null> {
  const select = { name: true, countyCode: true } as const;
  const person = await tx.person.findUnique({ where: { id }, select });
  if (person !== null) return person;
  return tx.rosterLine.findFirst({
    where: { personId: id },
    select,
    orderBy: { createdAt: "desc" },
  });
}

/** Saves each as a row of its own; one that stands for the same line and purpose already stays. */
export async function saveConsents(tx: Tx, given: readonly NewConsent[]): Promise<void> {
  await tx.consent.createMany({
    data: given.map((one) => ({ ...one, id: newId() })),
    skipDuplicates: true,
  });
}

/** The latest consent of the person for the purpose that he has not withdrawn, on whatever line. */
export async function findStandingConsent(
  tx: Tx,
  who: { readonly personId: string } | { readonly lineId: string },
  purpose: ConsentPurpose,
): Promise<StandingConsent | null> {
  const personId = "personId" in who ? who.personId : await personOfLine(tx, who.lineId);
  if (personId === null) return null;
  const row = await tx.consent.findFirst({
    where: { personId, purpose, withdrawnAt: null },
    select: { id: true, personId: true, noticeId: true, method: true, givenAt: true },
    orderBy: { givenAt: "desc" },
  });
  return row === null ? null : { ...row, method: row.method as ConsentMethod };
}

/** Whether the consent still stands; a withdrawal waits until this transaction ends, and finds what came of it. */
export async function holdConsent(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM consent WHERE id = ${id}::uuid AND withdrawn_at IS NULL FOR SHARE`;
  return rows.length > 0;
}

/** Of these people, those who have withdrawn the purpose and not agreed again since. */
export async function findWithdrawn(
  tx: Tx,
  personIds: readonly string[],
  purpose: ConsentPurpose,
): Promise<ReadonlySet<string>> {
  const rows = await tx.consent.groupBy({
    by: ["personId"],
    where: { personId: { in: [...personIds] }, purpose },
    _count: { id: true, withdrawnAt: true },
  });
  return new Set(
    rows.filter(({ _count }) => _count.id === _count.withdrawnAt).map(({ personId }) => personId),
  );
}

/** Ends every standing consent of the person for the purpose; answers how many there were. */
export async function withdrawConsents(
  tx: Tx,
  personId: string,
  purpose: ConsentPurpose,
  by: {
    readonly userId: string;
    readonly way: WithdrawalWay;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<number> {
  const { count } = await tx.consent.updateMany({
    where: { personId, purpose, withdrawnAt: null },
    data: {
      withdrawnAt: by.now,
      withdrawnWay: by.way,
      withdrawnReason: by.reason,
      withdrawnBy: by.userId,
    },
  });
  return count;
}

/**
 * Voids the person's close-ups on rosters that are not sealed. A sealed one stays as it was sealed;
 * its picture opens for nobody all the same, because the consent is gone (`view-proof`).
 */
export async function voidCloseUps(
  tx: Tx,
  personId: string,
  by: { readonly userId: string; readonly now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE acknowledgement a SET voided_at = ${by.now}, voided_by = ${by.userId}::uuid,
      void_reason = '本人撤回同意'
    FROM roster_line l, roster r
    WHERE l.id = a.line_id AND l.person_id = ${personId}::uuid AND r.id = a.roster_id
      AND r.state <> 'sealed' AND a.method = 'closeUp' AND a.voided_at IS NULL`;
}

async function personOfLine(tx: Tx, lineId: string): Promise<string | null> {
  const line = await tx.rosterLine.findUnique({
    where: { id: lineId },
    select: { personId: true },
  });
  return line?.personId ?? null;
}
