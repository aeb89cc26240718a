import type { Tx } from "~/platform/prisma/client.server";

/** What signing in and changing a password need to know of a user. */
export interface Credentials {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly passwordChangedAt: Date;
  readonly mustChangePassword: boolean;
  readonly disabledAt: Date | null;
  readonly regionCode: string;
}

const credentials = {
  id: true,
  account: true,
  name: true,
  passwordHash: true,
  passwordChangedAt: true,
  mustChangePassword: true,
  disabledAt: true,
  organisation: { select: { regionCode: true } },
} as const;

export async function findCredentials(
  tx: Tx,
  by: { account: string } | { id: string },
): Promise<Credentials | null> {
  const row = await tx.userAccount.findUnique({ where: by, select: credentials });
  if (row === null) return null;
  const { organisation, ...user } = row;
  return { ...user, regionCode: organisation.regionCode };
}

/** The user's own new password; every session begun earlier is dead from here on. */
export async function savePassword(
  tx: Tx,
  id: string,
  passwordHash: string,
  at: Date,
): Promise<void> {
  await tx.userAccount.update({
    where: { id },
    data: { passwordHash, passwordChangedAt: at, sessionsValidFrom: at, mustChangePassword: false },
  });
}

/** Stores the same password under a stronger hash, unless it has been changed meanwhile. */
export async function replaceHash(
  tx: Tx,
  id: string,
  old: string,
  stronger: string,
): Promise<void> {
  const where = { id, passwordHash: old };
  await tx.userAccount.updateMany({ where, data: { passwordHash: stronger } });
}

export async function noteSignIn(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.userAccount.update({ where: { id }, data: { lastSignInAt: at } });
}
