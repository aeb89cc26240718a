import { newId } from "~/platform/id.server";
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

/** A user as an administrator changes him. */
export interface User {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly organisationId: string;
  readonly regionCode: string;
  readonly disabledAt: Date | null;
  readonly version: number;
}

export interface NewUser {
  readonly account: string;
  readonly name: string;
  readonly organisationId: string;
  readonly passwordHash: string;
  readonly createdAt: Date;
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

/** The user, when he is in the scope of the transaction. */
export async function findUser(tx: Tx, id: string): Promise<User | null> {
  const row = await tx.userAccount.findUnique({
    where: { id },
    select: {
      id: true,
      account: true,
      name: true,
      organisationId: true,
      disabledAt: true,
      version: true,
      organisation: { select: { regionCode: true } },
    },
  });
  if (row === null) return null;
  const { organisation, ...user } = row;
  return { ...user, regionCode: organisation.regionCode };
}

/** Makes other changes of this user wait until the transaction ends; call it before looking. */
export async function lockUser(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM user_account WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Adds a user with a first password that he must change; null when the account name is taken. */
export async function addUser(tx: Tx, user: NewUser): Promise<string | null> {
  const id = newId();
  const { count } = await tx.userAccount.createMany({
    data: [{ id, ...user, passwordChangedAt: user.createdAt, mustChangePassword: true }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

type Change =
  | { readonly name: string; readonly organisationId: string }
  | { readonly disabledAt: Date; readonly sessionsValidFrom: Date }
  | { readonly disabledAt: null }
  | { readonly passwordHash: string; readonly mustChangePassword: true; readonly at: Date }
  | Record<string, never>;

/** Changes a user that stands at `version`; false when somebody else has changed him since. */
export async function changeUser(
  tx: Tx,
  id: string,
  version: number,
  change: Change,
): Promise<boolean> {
  const { at, ...given } = "at" in change ? change : { ...change, at: undefined };
  const dated = at === undefined ? {} : { passwordChangedAt: at, sessionsValidFrom: at };
  const { count } = await tx.userAccount.updateMany({
    where: { id, version },
    data: { ...given, ...dated, version: { increment: 1 } },
  });
  return count === 1;
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

export async function saveTextSize(tx: Tx, id: string, textSize: string): Promise<void> {
  await tx.userAccount.update({ where: { id }, data: { textSize } });
}
