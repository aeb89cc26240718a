import type { ClientBase } from "pg";
import type { ChainedEvent } from "~/domain/trail/chain";
import type { Anchor } from "~/domain/trail/verdict";

/** A stored event in the words that were hashed, and its hashes. */
export interface StoredLink {
  readonly event: ChainedEvent;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

const BATCH = 5_000;

/** Every event by its number, on the owner's connection: row-level security would hide some. Call in a transaction. */
export async function* storedLinks(owner: ClientBase): AsyncGenerator<StoredLink> {
  await owner.query(`DECLARE trail_cursor CURSOR FOR
    SELECT seq::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
      coalesce(actor_id::text, '') AS "actorId", actor_name AS "actorName", action,
      subject_kind AS "subjectKind", subject_id AS "subjectId",
      coalesce(county_code, '') AS "countyCode", detail,
      previous_hash AS "previousHash", hash
    FROM trail_event ORDER BY trail_event.seq`);
  for (;;) {
    const { rows } = await owner.query<ChainedEvent & Omit<StoredLink, "event">>(
      `FETCH ${BATCH} FROM trail_cursor`,
    );
    for (const { previousHash, hash, ...event } of rows) yield { event, previousHash, hash };
    if (rows.length < BATCH) break;
  }
  await owner.query("CLOSE trail_cursor");
}

/** The last event as the chain's head remembers it. */
export async function storedHead(owner: ClientBase): Promise<Anchor> {
  const { rows } = await owner.query<{ seq: string; hash: string }>(
    "SELECT seq::text, encode(hash, 'hex') AS hash FROM trail_head",
  );
  const head = rows[0];
  return { seq: Number(head?.seq ?? 0), hash: head?.hash ?? "" };
}
