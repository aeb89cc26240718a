import type { AppointmentFinding } from "~/domain/posts/appointment-findings";
import type { AppointmentForm } from "~/domain/posts/appointment";
import { lastDayOf } from "~/domain/posts/post";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";
import {
  checkAppointments,
  holdForAppointments,
  type AppointmentCheck,
  type AppointmentToCheck,
} from "./appointment-checks.server";
import { findAppointment, type AgreedTerms } from "./appointment-store.server";
import { askingOf } from "./post-asking.server";
import { findQuota } from "./quota-store.server";

export type SettleRefusal =
  | { readonly kind: "quotaUnknown" | "replacedAlready" }
  | { readonly kind: "replacesNobody" }
  | { readonly kind: "replacesTooEarly"; readonly leftOn: CalendarDate }
  | { readonly kind: "stands"; readonly findings: readonly AppointmentFinding[] };

interface Whom {
  readonly id: string | null;
  readonly personId: string;
  readonly idIndex: Uint8Array;
  readonly name: string;
  readonly countyCode: string;
}

export interface SettledAppointment {
  readonly agreed: AgreedTerms;
  readonly check: AppointmentCheck;
}

/** What was typed with the quota found, and nothing standing against it that refuses. */
export async function settleAppointment(
  tx: Tx,
  whom: Whom,
  form: AppointmentForm,
): Promise<Outcome<SettledAppointment, SettleRefusal>> {
  const quota = await findQuota(tx, form.quotaId);
  if (quota === null || quota.countyCode !== whom.countyCode) {
    return refused({ kind: "quotaUnknown" });
  }
  const doubt = await doubtOfReplacing(tx, whom, form);
  if (doubt !== null) return refused(doubt);
  const { startsOn, endsOn, shortReason } = form;
  const { employer } = quota.facts;
  const term = { startsOn, endsOn, shortReason, employer, isWritten: true };
  const check = await checkedForWriting(tx, whom, term, quota.id);
  const stops = check.findings.filter(({ severity }) => severity === "refused");
  if (stops.length > 0) return refused({ kind: "stands", findings: stops });
  const { title, monthlyRateFen, fundSource, township, village } = quota.facts;
  const place = { township: township || form.township, village: village || form.village };
  const agreed = { quotaId: quota.id, title, employer, monthlyRateFen, fundSource, ...place };
  return done({ agreed, check });
}

/** Everything that stands against a term now, while nobody else can write against it. */
export async function checkedForWriting(
  tx: Tx,
  whom: Whom,
  term: Pick<AppointmentToCheck, "startsOn" | "endsOn" | "shortReason" | "employer"> & {
    readonly isWritten?: boolean;
  },
  quotaId: string | null,
): Promise<AppointmentCheck> {
  const { id, idIndex, name, countyCode } = whom;
  const { bornOn } = await tx.person.findUniqueOrThrow({
    where: { id: whom.personId },
    select: { bornOn: true },
  });
  const born = day(bornOn.toISOString().slice(0, 10));
  const row = { id, idIndex, name, countyCode, bornOn: born, isWritten: false, ...term, quotaId };
  await holdForAppointments(askingOf(tx), [row]);
  const [check] = await checkAppointments(askingOf(tx), [row]);
  if (check === undefined) throw new Error("one row, one answer");
  return check;
}

/** The columns that keep what the checks found. */
export function checkColumns({ findings, registry }: AppointmentCheck) {
  return {
    verifiedSnapshotId: registry.snapshotId,
    verifiedCategory: registry.category,
    verifiedOn: registry.exportedOn === null ? null : new Date(registry.exportedOn),
    findings: findings.map((one) => ({ ...one })),
  };
}

async function doubtOfReplacing(
  tx: Tx,
  whom: Whom,
  { replacesId, startsOn }: AppointmentForm,
): Promise<SettleRefusal | null> {
  if (replacesId === null) return null;
  const left = await findAppointment(tx, replacesId);
  const isOurs = left !== null && left.countyCode === whom.countyCode && left.id !== whom.id;
  if (!isOurs || left.isRemoved || left.state !== "confirmed") return { kind: "replacesNobody" };
  const leftOn = lastDayOf(left);
  const isReplaced = await tx.postAppointment.count({
    where: { replacesId, removedAt: null, ...(whom.id === null ? {} : { NOT: { id: whom.id } }) },
  });
  if (isReplaced > 0) return { kind: "replacedAlready" };
  return startsOn > leftOn ? null : { kind: "replacesTooEarly", leftOn };
}
