import type { ClientBase } from "pg";
import { examineTrail } from "~/data/trail/examine-trail.server";
import type { Anchor, Verdict } from "~/domain/trail/verdict";

/** Whether the trail is whole, to the operator's command; `anchor` is the head that was kept outside. */
export function verifyTrail(owner: ClientBase, anchor: Anchor | null): Promise<Verdict> {
  return examineTrail(owner, anchor);
}
