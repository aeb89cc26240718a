import type { Actor } from "~/domain/access/actor";
import { leftOutText } from "~/domain/posts/wage-drawing";
import { arithmeticOf } from "~/domain/posts/wage-arithmetic";
import { wageFindingText } from "~/domain/posts/wage-findings";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { SheetScope } from "./wage-candidates.server";
import { draftWages, type DraftLeftOut, type WageDraft } from "./wage-draft.server";

export interface LeftOutRow {
  readonly appointmentId: string;
  readonly name: string;
  readonly post: string;
  readonly reason: string;
}

export interface DraftRow {
  readonly appointmentId: string;
  readonly name: string;
  readonly post: string;
  readonly arithmetic: string;
  readonly adjustFen: Fen;
  readonly payFen: Fen;
  readonly findings: readonly string[];
}

export interface DraftPage {
  readonly lines: readonly DraftRow[];
  readonly leftOut: readonly LeftOutRow[];
  readonly payFen: Fen;
  /** What a sheet of the county's month may be narrowed to. */
  readonly townships: readonly string[];
  readonly fundSources: readonly string[];
}

/** Who would be on a sheet drawn now, and who not and why. */
export function viewWageDraft(actor: Actor, scope: SheetScope): Promise<DraftPage> {
  return inTransaction(actor, async (tx) => {
    const posts = await tx.$queryRaw<{ township: string; fundSource: string }[]>`
      SELECT DISTINCT a.township, a.fund_source AS "fundSource" FROM post_appointment a
      WHERE a.county_code = ${scope.countyCode} AND a.removed_at IS NULL
        AND a.starts_on < ${scope.month}::date + interval '1 month'
        AND coalesce(a.left_on, a.ends_on) >= ${scope.month}::date`;
    const draft = await draftWages(tx, scope);
    return {
      lines: draft.lines.map(draftRow),
      leftOut: draft.leftOut.map(leftOutRow),
      payFen: fen(draft.lines.reduce((sum, { payFen }) => sum + payFen, 0)),
      townships: distinct(posts.map(({ township }) => township)),
      fundSources: distinct(posts.map(({ fundSource }) => fundSource)),
    };
  });
}

/** Who is not on a sheet that can still be drawn anew, and why. */
export function viewLeftOut(
  actor: Actor,
  sheet: SheetScope & { readonly month: CalendarDate },
): Promise<readonly LeftOutRow[]> {
  return inTransaction(actor, async (tx) => (await draftWages(tx, sheet)).leftOut.map(leftOutRow));
}

function draftRow(line: WageDraft["lines"][number]): DraftRow {
  const { appointmentId, name, post, adjustFen, payFen, findings } = line;
  return {
    ...{ appointmentId, name, post, adjustFen, payFen },
    arithmetic: arithmeticOf(line),
    findings: findings.map(wageFindingText),
  };
}

function leftOutRow({ appointmentId, name, post, reason }: DraftLeftOut): LeftOutRow {
  return { appointmentId, name, post, reason: leftOutText(reason) };
}

const distinct = (texts: readonly string[]) =>
  [...new Set(texts.filter((one) => one !== ""))].sort();
