import type { PayeeAccount } from "~/data/people/payee-account-store.server";
import type { Tx } from "~/platform/prisma/client.server";

/** Who else an account belongs to. */
export interface Others {
  /** Other people whose money goes there or ever went there, in any county. */
  readonly others: number;
  /** Those of them in the county asked for. */
  readonly names: readonly string[];
}

type Account = Pick<PayeeAccount, "id" | "accountIndex" | "personId">;

/** Who else each account belongs to, by the account's id; names of the one county alone. */
export async function othersOnAccounts(
  tx: Tx,
  accounts: readonly Account[],
  countyCode: string,
): Promise<ReadonlyMap<string, Others>> {
  const hexes = accounts.map(({ accountIndex }) => Buffer.from(accountIndex).toString("hex"));
  const people = accounts.map(({ personId }) => personId);
  const rows = await tx.$queryRaw<{ at: number; others: number }[]>`
    SELECT at, others FROM account_shared(
      (SELECT array_agg(decode(hex, 'hex') ORDER BY n)
        FROM unnest(${hexes}::text[]) WITH ORDINALITY AS h (hex, n)), ${people}::uuid[])`;
  const found = new Map<string, Others>();
  for (const { at, others } of rows) {
    const account = accounts[at - 1];
    if (account === undefined || others === 0) continue;
    found.set(account.id, { others, names: await namesOf(tx, account, countyCode) });
  }
  return found;
}

async function namesOf(
  tx: Tx,
  { accountIndex, personId }: Account,
  countyCode: string,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT p.name FROM payee_account a JOIN person p ON p.id = a.person_id
    WHERE a.account_index = ${Buffer.from(accountIndex)} AND a.person_id <> ${personId}::uuid
      AND a.county_code = ${countyCode}
      AND (a.replaced_at IS NULL OR EXISTS (SELECT FROM wage_attempt t
        WHERE t.account_id = a.id AND t.state IN ('SENT', 'PAID')))
    ORDER BY p.name`;
  return rows.map(({ name }) => name);
}
