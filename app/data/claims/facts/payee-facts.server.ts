import type { PoolClient } from "pg";
import type { PayeeFacts } from "~/domain/claims/facts";
import { sameName } from "~/domain/people/same-person";
import type { PageLine } from "./line-page.server";

interface Account {
  readonly id: string;
  readonly holderName: string;
  readonly sharedWith: number;
  readonly wasRefused: boolean;
}

/** Where the money of each line goes: the account sent with it, else the one that stands for the person. */
export async function payeeFactsOf(
  client: PoolClient,
  lines: readonly PageLine[],
  unit: { readonly isPaid: boolean; readonly hasAccount: boolean },
): Promise<(line: PageLine) => PayeeFacts> {
  if (unit.isPaid) {
    const account = { holderIsPerson: false, sharedWith: 0, wasRefused: false };
    return () => ({ paidTo: "UNIT", account: unit.hasAccount ? account : null });
  }
  const accounts = await accountsOf(client, lines);
  return (line) => {
    const found = accounts.get(line.id);
    if (found === undefined) return { paidTo: "PERSON", account: null };
    const { holderName, sharedWith, wasRefused } = found;
    const holderIsPerson = sameName(holderName, line.name);
    return { paidTo: "PERSON", account: { holderIsPerson, sharedWith, wasRefused } };
  };
}

/** Refused: by the bank, under that number, and no reviewer has said since that it is right. */
async function accountsOf(client: PoolClient, lines: readonly PageLine[]) {
  const { rows } = await client.query<Account>(
    `WITH standing AS (
       SELECT l.id, a.person_id, a.holder_name, a.account_index
       FROM claim_line l JOIN payee_account a ON a.person_id = l.person_id AND a.replaced_at IS NULL
       WHERE l.id = ANY ($1::uuid[]) AND l.payment_state IS NULL
       UNION ALL
       SELECT l.id, a.person_id, a.holder_name, a.account_index
       FROM claim_line l JOIN payee_account a ON a.id = l.account_id
       WHERE l.id = ANY ($1::uuid[]) AND l.payment_state IS NOT NULL),
     own AS MATERIALIZED (SELECT *, row_number() OVER (ORDER BY id) AS at FROM standing),
     shared AS (SELECT * FROM account_shared(
       ARRAY(SELECT account_index FROM own ORDER BY at), ARRAY(SELECT person_id FROM own ORDER BY at))),
     same AS MATERIALIZED (SELECT a.id, a.account_index FROM payee_account a
       WHERE a.account_index IN (SELECT account_index FROM own)),
     refused AS MATERIALIZED (
       SELECT a.account_index FROM same a JOIN wage_attempt t ON t.account_id = a.id
         AND t.state = 'FAILED' AND t.released_at IS NULL
       UNION SELECT a.account_index FROM same a JOIN claim_attempt t ON t.account_id = a.id
         AND t.state = 'FAILED' AND t.released_at IS NULL)
     SELECT o.id, o.holder_name AS "holderName", s.others AS "sharedWith",
       r.account_index IS NOT NULL AS "wasRefused"
     FROM own o JOIN shared s ON s.at = o.at LEFT JOIN refused r ON r.account_index = o.account_index`,
    [lines.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
