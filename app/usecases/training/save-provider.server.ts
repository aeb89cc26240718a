import {
  changeProvider,
  findProvider,
  hasSameCode,
  leaveProviderTrail,
  saveProvider,
} from "~/data/training/provider-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { ProviderForm } from "~/domain/training/provider";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CreateProviderRefusal = { readonly kind: "forbidden" } | { readonly kind: "duplicate" };

export type ChangeProviderRefusal =
  CreateProviderRefusal | { readonly kind: "notFound" } | { readonly kind: "changedByOthers" };

/** Registers a provider in the actor's own county; returns its id. */
export function createProvider(
  actor: Actor,
  countyCode: string,
  form: ProviderForm,
  now: Date,
): Promise<Outcome<string, CreateProviderRefusal>> {
  if (!may(actor, "provider.write", countyCode, dayInChina(now))) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  return inTransaction(actor, async (tx) => {
    const provider = { ...form, id: newId(), countyCode };
    if (!(await saveProvider(tx, provider, actor, now))) return refused({ kind: "duplicate" });
    await leaveProviderTrail(tx, actor, provider, "provider.create", now);
    return done(provider.id);
  });
}

/** Corrects what is registered of a provider. */
export function rewriteProvider(
  actor: Actor,
  asked: { readonly providerId: string; readonly version: number },
  form: ProviderForm,
  now: Date,
): Promise<Outcome<null, ChangeProviderRefusal>> {
  return inTransaction(actor, async (tx) => {
    const provider = await findProvider(tx, asked.providerId);
    if (provider === null) return refused({ kind: "notFound" });
    const { countyCode, id, name } = provider;
    if (!may(actor, "provider.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (provider.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (await hasSameCode(tx, provider, form.creditCode)) return refused({ kind: "duplicate" });
    if (!(await changeProvider(tx, provider, form))) return refused({ kind: "changedByOthers" });
    const changed = { id, countyCode, name: form.name };
    await leaveProviderTrail(tx, actor, changed, "provider.change", now, { before: name });
    return done(null);
  });
}
