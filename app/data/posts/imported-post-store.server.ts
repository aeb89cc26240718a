import type { Prisma, Tx } from "~/platform/prisma/client.server";

/** What the file of a post left to be looked at, but for the quota that it did not name. */
export async function findingsOfFile(tx: Tx, id: string): Promise<Prisma.InputJsonObject[]> {
  const [kept] = await tx.$queryRaw<{ findings: Prisma.InputJsonObject[] }[]>`
    SELECT coalesce(jsonb_agg(f) FILTER (WHERE f->>'kind' <> 'no-quota'), '[]') AS findings
    FROM post_appointment p, jsonb_array_elements(p.findings) AS f WHERE p.id = ${id}::uuid`;
  return kept?.findings ?? [];
}
