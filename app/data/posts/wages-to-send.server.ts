import { findPayeeAccounts, type PayeeAccount } from "~/data/people/payee-account-store.server";
import { whyNotSent, type StaleWage } from "~/domain/posts/sending";
import { presentDue } from "~/domain/posts/wage-after-leaving";
import { blocksWages, wageFindingText } from "~/domain/posts/wage-findings";
import { isStale } from "~/domain/posts/wage-stale";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { othersOnAccounts } from "./shared-accounts.server";
import type { SheetScope } from "./wage-candidates.server";
import { failedAttempts, type FailedAttempt } from "./wage-attempt-store.server";
import { draftWages, findLeaveRule } from "./wage-draft.server";
import { findWageLines, type WageLineRecord } from "./wage-line-store.server";
import { findUnpaidLines, type UnpaidLine } from "./wage-payment-store.server";

export interface WageToSend extends UnpaidLine {
  /** The account that stands now. */
  readonly account: PayeeAccount | null;
  /** What the bank said of it before, the last first. */
  readonly failed: readonly FailedAttempt[];
  /** Chinese; null when it can go to the bank. */
  readonly obstacle: string | null;
}

/** Every line of an approved sheet whose money is still to go out, drawn once more, and what keeps it back. */
export async function findWagesToSend(
  tx: Tx,
  sheet: SheetScope & { readonly id: string },
): Promise<WageToSend[]> {
  const lines = await findUnpaidLines(tx, sheet.id);
  if (lines.length === 0) return [];
  const accounts = await findPayeeAccounts(
    tx,
    lines.map(({ personId }) => personId),
  );
  const others = await othersOnAccounts(tx, [...accounts.values()], sheet.countyCode);
  const failed = await failedAttempts(
    tx,
    lines.map(({ id }) => id),
  );
  const { stale, problems } = await redrawn(tx, sheet);
  return lines.map((line) => {
    const account = accounts.get(line.personId) ?? null;
    const before = failed.get(line.id) ?? [];
    const shown = account && {
      ...{ ...account, ...(others.get(account.id) ?? { others: 0 }) },
      isRefused: before.some((one) => !one.isReleased && sameBytes(one, account)),
    };
    const now = { stale: stale.get(line.id) ?? null, problems: problems.get(line.id) ?? [] };
    return {
      ...{ ...line, account, failed: before },
      obstacle: whyNotSent({ ...now, name: line.name, account: shown }),
    };
  });
}

const sameBytes = (a: Pick<FailedAttempt, "accountIndex">, b: Pick<PayeeAccount, "accountIndex">) =>
  Buffer.compare(a.accountIndex, b.accountIndex) === 0;

/** By line: what it would be now where that is something else, and what else now stands against paying it. */
async function redrawn(tx: Tx, sheet: SheetScope & { readonly id: string }) {
  const { lines, leftOut } = await draftWages(tx, sheet);
  const drawn = new Map(lines.map((line) => [line.appointmentId, line]));
  const withoutAccount = new Set(
    leftOut.flatMap((one) => (one.reason.kind === "noAccount" ? [one.appointmentId] : [])),
  );
  const stale = new Map<string, StaleWage>();
  const problems = new Map<string, readonly string[]>();
  for (const line of await findWageLines(tx, sheet.id)) {
    const now = drawn.get(line.appointmentId) ?? null;
    const stops = (now?.findings ?? []).filter(
      (one) => blocksWages(one) && one.kind === "jobBeside",
    );
    problems.set(line.id, stops.map(wageFindingText));
    // A correction entered since waits for the next sheet.
    const written = now === null ? line : { ...line, adjustFen: now.adjustFen };
    if (!isStale(written, now)) continue;
    const present = await presentLine(tx, sheet, line);
    const isSame = present.presentFen === line.dueFen && present.termDays === line.termDays;
    if (withoutAccount.has(line.appointmentId) && isSame) continue;
    const { leftOn, presentFen } = present;
    stale.set(line.id, { leftOn, presentFen, writtenFen: fen(line.dueFen) });
  }
  return { stale, problems };
}

async function presentLine(
  tx: Tx,
  sheet: SheetScope,
  line: Pick<WageLineRecord, "appointmentId" | "rateFen">,
): Promise<{
  readonly leftOn: CalendarDate | null;
  readonly presentFen: Fen;
  readonly termDays: number;
}> {
  const rows = await tx.$queryRaw<
    { startsOn: string; endsOn: string; leftOn: string | null; marks: string | null }[]
  >`
    SELECT a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", a.left_on::text AS "leftOn",
      t.marks
    FROM post_appointment a
      LEFT JOIN post_attendance t ON t.appointment_id = a.id AND t.month = ${sheet.month}::date
    WHERE a.id = ${line.appointmentId}::uuid`;
  const [post] = rows;
  if (post === undefined) throw new Error("the post is gone");
  const leftOn = post.leftOn === null ? null : day(post.leftOn);
  const { dueFen, termDays } = presentDue(
    {
      ...{ rateFen: fen(line.rateFen), month: sheet.month, marks: post.marks },
      ...{ startsOn: day(post.startsOn), lastDay: leftOn ?? day(post.endsOn) },
    },
    await findLeaveRule(tx, sheet),
  );
  return { leftOn, presentFen: dueFen, termDays };
}
