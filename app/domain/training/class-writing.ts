import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";

/** Why sessions, attendance and results of a class cannot be written. */
export type ClassWritingRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "completed"; readonly completedOn: string };

interface WritableClass {
  readonly countyCode: string;
  readonly isSealed: boolean;
  /** Day, or null while the class runs. */
  readonly completedOn: string | null;
}

/**
 * Null when the actor may write. A sealed class is frozen; one that was completed is taken back
 * first, so that what its completion was decided on stays as it was.
 */
export function whyNotWritten(
  actor: Actor,
  one: WritableClass,
  on: string,
  action: Action = "class.write",
): ClassWritingRefusal | null {
  if (!may(actor, action, one.countyCode, on)) return { kind: "forbidden" };
  if (one.isSealed) return { kind: "sealed" };
  if (one.completedOn !== null) return { kind: "completed", completedOn: one.completedOn };
  return null;
}
