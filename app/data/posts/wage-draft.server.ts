import type { PayeeAccount } from "~/data/people/payee-account-store.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import { restDays } from "~/domain/posts/attendance";
import { drawWage, type DrawnWage, type LeftOut } from "~/domain/posts/wage-drawing";
import { restFindings, type WageFinding } from "~/domain/posts/wage-findings";
import type { Tx } from "~/platform/prisma/client.server";
import { findWageCandidates, type FoundCandidate, type SheetScope } from "./wage-candidates.server";
import { checkPayees } from "./wage-line-findings.server";

type Payee = Pick<
  FoundCandidate,
  "appointmentId" | "personId" | "idIndex" | "name" | "post" | "area" | "startsOn" | "lastDay"
>;

export interface DraftedLine extends Payee, DrawnWage {
  readonly account: PayeeAccount | null;
  readonly findings: readonly WageFinding[];
}

export interface DraftLeftOut extends Payee {
  readonly reason: LeftOut;
}

export interface WageDraft {
  readonly lines: readonly DraftedLine[];
  readonly leftOut: readonly DraftLeftOut[];
}

/** Who is to be paid for the month and how much, and who is not and why, as things stand in this transaction. */
export async function draftWages(tx: Tx, scope: SheetScope): Promise<WageDraft> {
  const { countyCode, month } = scope;
  const options = await findLeaveRule(tx, scope);
  const most = (await findParameter(tx, "post.restDays", countyCode, month))?.value;
  const drawn: (Payee & { readonly wage: DrawnWage })[] = [];
  const leftOut: DraftLeftOut[] = [];
  for (const post of await findWageCandidates(tx, scope)) {
    const answer = drawWage(post, month, options);
    const { appointmentId, personId, idIndex, name, post: title, area, startsOn, lastDay } = post;
    const payee = {
      ...{ appointmentId, personId, idIndex, name, post: title, area },
      ...{ startsOn, lastDay },
    };
    if ("wage" in answer) drawn.push({ ...payee, wage: answer.wage });
    else leftOut.push({ ...payee, reason: answer.leftOut });
  }
  const checked = await checkPayees(tx, { countyCode, month }, drawn);
  const lines = drawn.map(({ wage, ...payee }, at) => ({
    ...{ ...payee, ...wage },
    account: checked[at]?.account ?? null,
    findings: [
      ...(checked[at]?.findings ?? []),
      ...(most === undefined ? [] : restFindings(restDays(wage.days), most)),
    ],
  }));
  return { lines, leftOut };
}

/** Whether leave is paid in the month. */
export async function findLeaveRule(
  tx: Tx,
  { countyCode, month }: Pick<SheetScope, "countyCode" | "month">,
): Promise<{ readonly leaveIsPaid: boolean }> {
  const rule = await findParameter(tx, "post.leaveIsPaid", countyCode, month);
  return { leaveIsPaid: (rule?.value ?? 0) > 0 };
}
