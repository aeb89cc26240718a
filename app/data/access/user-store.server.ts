import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

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

/** The user, when he is in the scope of the transaction. */
export async function findUser(tx: Tx, id: string): Promise<User | null> {
  if (!isUuid(id)) return null;
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
  if (isUuid(id)) await tx.$queryRaw`SELECT 1 FROM user_account WHERE id = ${id}::uuid FOR UPDATE`;
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

export async function saveTextSize(tx: Tx, id: string, textSize: string): Promise<void> {
  await tx.userAccount.update({ where: { id }, data: { textSize } });
}
