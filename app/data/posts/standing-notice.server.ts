import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findNotice, type NoticeRecord } from "./notice-store.server";

export interface NoticeStandingRefusal {
  readonly kind: "notFound" | "forbidden" | "changedByOthers";
}

/** A notice as the form showed it. */
export interface AskedNotice {
  readonly noticeId: string;
  readonly version: number;
}

/** Works on the notice at the version that the form showed, held, when the actor has one of these rights. */
export function ofStandingNotice<T, Refusal>(
  actor: Actor,
  asked: AskedNotice & { readonly needs: readonly Action[] },
  now: Date,
  work: (tx: Tx, one: NoticeRecord) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal | NoticeStandingRefusal>> {
  const on = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findNotice(tx, asked.noticeId);
    if (one === null || !may(actor, "post.read", one.countyCode, on)) {
      return refused({ kind: "notFound" });
    }
    if (!asked.needs.some((action) => may(actor, action, one.countyCode, on))) {
      return refused({ kind: "forbidden" });
    }
    return one.version === asked.version ? work(tx, one) : refused({ kind: "changedByOthers" });
  });
}
