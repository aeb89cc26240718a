import type { Actor } from "~/domain/access/actor";
import { decidingAreas } from "~/domain/funds/release";
import { documentLabel } from "~/domain/funds/document";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A document that can free carried-over money. */
export interface DecisionChoice {
  readonly id: string;
  readonly label: string;
  readonly issuer: string;
}

const MOST_CHOICES = 200;

/** Registered documents of those who decide on money of the area, the latest first; founding ones are no decisions. */
export function decisionChoices(
  actor: Actor,
  regionCode: string,
): Promise<readonly DecisionChoice[]> {
  const above = [...decidingAreas(regionCode)];
  return inTransaction(actor, async (tx) => {
    const rows = await tx.policyDocument.findMany({
      where: { voidedAt: null, isFounding: false, regionCode: { in: above } },
      select: { id: true, issuer: true, number: true, title: true },
      orderBy: [{ issuedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
      take: MOST_CHOICES,
    });
    return rows.map(({ id, issuer, number, title }) => {
      return { id, issuer, label: documentLabel({ number, title }) };
    });
  });
}
