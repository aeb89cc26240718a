import { platform } from "~/platform/platform.server";
import { Prisma, type Tx } from "./client.server";

/** Whose eyes a transaction sees with: row-level security shows the rows of these counties only. */
export interface Scope {
  readonly userId: string;
  /** Region codes; the empty list sees nothing. */
  readonly counties: readonly string[];
  /** Region codes whose accounts, organisations and divisions may be changed; no person is seen by them. */
  readonly administered?: readonly string[];
}

const TRIES = 5;
const LIMITS = { maxWait: 5_000, timeout: 20_000 };

/**
 * Runs `work` in one read-committed transaction inside the scope, and again (at most five times)
 * when PostgreSQL reports a write conflict or a deadlock. Read committed because every writer ends
 * with the trail's head row: under SERIALIZABLE any two writers would fail each other; what must not
 * be lost is guarded by `version`, unique keys and conditional updates. See decisions/0004.
 */
export async function inTransaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await platform().db.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.counties', ${scope.counties.join(",")}, true),
          set_config('app.administered', ${(scope.administered ?? []).join(",")}, true),
          set_config('app.user', ${scope.userId}, true)`;
        return work(tx);
      }, LIMITS);
    } catch (error) {
      if (attempt === TRIES || !isWriteConflict(error)) throw error;
    }
  }
}

/**
 * For signing in and loading the actor only: sees accounts, roles, organisations and sessions,
 * and nothing of any county.
 */
export function asIdentity<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return platform().db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.identity', 'on', true)`;
    return work(tx);
  }, LIMITS);
}

/** SQLSTATE 40001 and 40P01, as Prisma words them: of statements written by hand it only quotes them. */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2010") return /Code: `(40001|40P01)`/.test(error.message);
  return error.code === "P2034";
}
