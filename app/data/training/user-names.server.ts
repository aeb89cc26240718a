import type { Tx } from "~/platform/prisma/client.server";

/** The names behind ids of accounts, for as many as the reader may see; empty text for the others. */
export async function namesOf(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(id: string) => string> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await tx.userAccount.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "";
}
