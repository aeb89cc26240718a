import {
  findProvider,
  leaveProviderTrail,
  type ProviderRecord,
} from "~/data/training/provider-store.server";
import {
  endSuspension,
  findSuspension,
  saveSuspension,
} from "~/data/training/suspension-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { SuspensionForm } from "~/domain/training/provider";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SuspendRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export type ResumeRefusal =
  | SuspendRefusal
  | { readonly kind: "noSuspension" }
  | { readonly kind: "alreadyOver" }
  | { readonly kind: "beforeItBegan"; readonly fromOn: string };

/** Suspends a provider from teaching, from a day on, with reason and source. */
export function suspendProvider(
  actor: Actor,
  providerId: string,
  form: SuspensionForm,
  now: Date,
): Promise<Outcome<null, SuspendRefusal>> {
  return ofProvider(actor, providerId, now, async (tx, provider) => {
    await saveSuspension(tx, provider, form, actor, now);
    const { fromOn: from, toOn: to, reason, source } = form;
    await leaveProviderTrail(tx, actor, provider, "provider.suspend", now, {
      ...{ from, to, reason, source },
    });
    return done(null);
  });
}

/** Lifts a suspension: `lastOn` is its last day. What was suspended until then stays on record. */
export function resumeProvider(
  actor: Actor,
  asked: { readonly providerId: string; readonly suspensionId: string; readonly lastOn: string },
  now: Date,
): Promise<Outcome<null, ResumeRefusal>> {
  return ofProvider<ResumeRefusal>(actor, asked.providerId, now, async (tx, provider) => {
    const suspension = await findSuspension(tx, provider, asked.suspensionId);
    if (suspension === null) return refused({ kind: "noSuspension" });
    const { fromOn, toOn } = suspension;
    if (asked.lastOn < fromOn) return refused({ kind: "beforeItBegan", fromOn });
    if (toOn !== null && toOn <= asked.lastOn) return refused({ kind: "alreadyOver" });
    if (!(await endSuspension(tx, suspension, asked.lastOn))) {
      return refused({ kind: "alreadyOver" });
    }
    const detail = { from: fromOn, to: asked.lastOn };
    await leaveProviderTrail(tx, actor, provider, "provider.resume", now, detail);
    return done(null);
  });
}

function ofProvider<Refusal>(
  actor: Actor,
  providerId: string,
  now: Date,
  work: (tx: Tx, provider: ProviderRecord) => Promise<Outcome<null, Refusal>>,
): Promise<Outcome<null, Refusal | SuspendRefusal>> {
  return inTransaction(actor, async (tx) => {
    const provider = await findProvider(tx, providerId);
    if (provider === null) return refused({ kind: "notFound" });
    if (!may(actor, "provider.suspend", provider.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    return work(tx, provider);
  });
}
