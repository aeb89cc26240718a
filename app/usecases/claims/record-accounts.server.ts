import { accountLines, readAccountSheet } from "~/data/claims/account-sheet-file.server";
import { changeClaim, heldClaim, type ClaimStepRefusal } from "~/data/claims/claim-change.server";
import { isRefusedNumber } from "~/data/claims/refused-number.server";
import type { ReceivedFile } from "~/data/files/file-store.server";
import { savePayeeAccount } from "~/data/people/payee-account-store.server";
import type { Actor } from "~/domain/access/actor";
import {
  matchAccounts,
  type AccountEntry,
  type AccountProblem,
} from "~/domain/claims/account-sheet";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { Tx } from "~/platform/prisma/client.server";

/** As many as one transaction writes in a few seconds. */
const MOST = 2000;

export type RecordAccountsRefusal =
  | ClaimStepRefusal
  /** The unit is paid: people have no account here. */
  | { readonly kind: "noPeople" }
  | { readonly kind: "unreadable"; readonly message: string }
  | { readonly kind: "tooMany"; readonly most: number }
  | { readonly kind: "wrongRows"; readonly problems: readonly AccountProblem[] };

/**
 * Takes a filled-in sheet of accounts in: every row that was filled in, or none at all, by the rules of a single account
 * (record-payee-account). Answers how many. The file itself is not kept; whoever stored it removes it.
 */
export async function recordAccounts(
  actor: Actor,
  batchId: string,
  file: Pick<ReceivedFile, "id" | "fileName">,
  now: Date,
): Promise<Outcome<number, RecordAccountsRefusal>> {
  const states = ["draft", "returned", "approved"] as const;
  const step = { needs: ["claim.write"], states, now } as const;
  const table = await readAccountSheet(file);
  return inTransaction<Outcome<number, RecordAccountsRefusal>>(actor, async (tx) => {
    const held = await heldClaim(tx, actor, batchId, step);
    if (!held.ok) return held;
    const claim = held.value;
    if (claim.payeeUnit !== null) return refused({ kind: "noPeople" });
    if (typeof table === "string") return refused({ kind: "unreadable", message: table });
    const { entries, problems } = matchAccounts(table, await accountLines(tx, claim.id));
    if (entries.length > MOST) return refused({ kind: "tooMany", most: MOST });
    const wrong = [...problems, ...(await refusedBefore(tx, entries))];
    if (wrong.length > 0) {
      return refused({
        kind: "wrongRows",
        problems: wrong.sort((a, b) => a.sheetRow - b.sheetRow),
      });
    }
    if (entries.length === 0) {
      return refused({ kind: "unreadable", message: "表中一个账户也没有填写，请填写后上传" });
    }
    const by = { userId: actor.userId, name: actor.name, now };
    for (const { line, form } of entries) {
      const { holderName, bankName, account } = form;
      const row = { personId: line.personId, countyCode: claim.countyCode };
      await savePayeeAccount(tx, { ...row, holderName, bankName, account }, by);
    }
    const detail = { headcount: entries.length };
    await changeClaim(tx, claim, {}, { actor, now, action: "payee.change", detail });
    return done(entries.length);
  });
}

async function refusedBefore(tx: Tx, entries: readonly AccountEntry[]): Promise<AccountProblem[]> {
  const problems: AccountProblem[] = [];
  for (const { sheetRow, line, form } of entries) {
    if (!(await isRefusedNumber(tx, line.personId, form.account))) continue;
    const message = `银行退回过${line.name}的这个账号，请换一个；账号确实无误的，请复核人准许再发`;
    problems.push({ sheetRow, message });
  }
  return problems;
}
