import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { WageSheetState } from "~/domain/posts/wage";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { lockWageSheetRow, type WageSheetRecord } from "./wage-sheet-store.server";

/** A sheet as the form showed it. */
export interface AskedWageSheet {
  readonly sheetId: string;
  readonly version: number;
}

export type WageSheetRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "wrongState"; readonly state: WageSheetState }
  | { readonly kind: "changedByOthers" };

interface Step {
  readonly needs: Action;
  readonly states: readonly WageSheetState[];
  readonly now: Date;
}

/** Works on a sheet at the version that the form showed, held against everybody else. */
export function ofWageSheet<T, Refusal>(
  actor: Actor,
  asked: AskedWageSheet,
  step: Step,
  work: (tx: Tx, sheet: WageSheetRecord) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal | WageSheetRefusal>> {
  return inTransaction(actor, async (tx) => {
    const found = await heldWageSheet(tx, actor, asked.sheetId, step);
    if (!found.ok) return found;
    if (found.value.version !== asked.version) return refused({ kind: "changedByOthers" });
    return work(tx, found.value);
  });
}

/** The same sheet whatever its version: sending and the bank's answer are guarded by the lines themselves. */
export async function heldWageSheet(
  tx: Tx,
  actor: Actor,
  sheetId: string,
  { needs, states, now }: Step,
): Promise<Outcome<WageSheetRecord, WageSheetRefusal>> {
  const today = dayInChina(now);
  const sheet = await lockWageSheetRow(tx, sheetId);
  if (sheet === null || !may(actor, "post.read", sheet.countyCode, today)) {
    return refused({ kind: "notFound" });
  }
  if (!may(actor, needs, sheet.countyCode, today)) return refused({ kind: "forbidden" });
  if (sheet.isRemoved) return refused({ kind: "removed" });
  const { state } = sheet;
  return states.includes(state) ? done(sheet) : refused({ kind: "wrongState", state });
}

/** Writes the step down and leaves its trail; the caller holds the sheet. */
export async function changeWageSheet(
  tx: Tx,
  sheet: Pick<WageSheetRecord, "id" | "countyCode">,
  data: Prisma.WageSheetUncheckedUpdateInput,
  event: {
    readonly actor: Actor;
    readonly now: Date;
    readonly action: string;
    readonly detail: object;
  },
): Promise<void> {
  const { actor, now, action, detail } = event;
  await tx.wageSheet.update({
    where: { id: sheet.id },
    data: { ...data, updatedAt: now, version: { increment: 1 } },
  });
  await leaveTrail(tx, {
    ...{ at: now, actorId: actor.userId, actorName: actor.name, action },
    ...{ subjectKind: "wageSheet", subjectId: sheet.id, countyCode: sheet.countyCode },
    detail: { ...detail },
  });
}
