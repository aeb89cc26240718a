import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { storedHead, storedLinks, type StoredLink } from "./verify-trail-rows.server";
import { chainText } from "~/domain/trail/chain";
import {
  breakAt,
  breakAtEnd,
  CHAIN_START,
  type Anchor,
  type ChainLink,
  type Verdict,
} from "~/domain/trail/verdict";

/**
 * Works out every hash of the trail anew and says intact, or where it is broken first and how. Needs
 * the owner's connection. Without an anchor from outside, a tail cut off together with the head, or a
 * chain hashed anew from some point on, cannot be told.
 */
export async function examineTrail(owner: ClientBase, anchor: Anchor | null): Promise<Verdict> {
  // One snapshot for events and head: what is written meanwhile does not look like damage.
  await owner.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    return await verify(owner, anchor);
  } finally {
    await owner.query("ROLLBACK");
  }
}

async function verify(owner: ClientBase, anchor: Anchor | null): Promise<Verdict> {
  let last = CHAIN_START;
  for await (const stored of storedLinks(owner)) {
    const link = chainLink(stored);
    const broken = breakAt(link, last);
    if (broken !== null) return broken;
    if (anchor?.seq === link.seq && anchor.hash !== link.hash) {
      return { kind: "broken", seq: link.seq, how: "rewritten" };
    }
    last = { seq: link.seq, hash: link.hash };
  }
  const broken = breakAtEnd(last, await storedHead(owner), anchor);
  return broken ?? { kind: "intact", count: last.seq, last };
}

function chainLink({ event, previousHash, hash }: StoredLink): ChainLink {
  const recomputed = createHash("sha256")
    .update(previousHash)
    .update(chainText(event))
    .digest("hex");
  return {
    seq: Number(event.seq),
    previousHash: previousHash.toString("hex"),
    hash: hash.toString("hex"),
    recomputed,
  };
}
