import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** The login of the running product: row-level security holds it, for it owns nothing and bypasses nothing. */
export const APP_ROLE = "labour_app";

const PASSWORD_FILE = "app-role-password";
const RESTRICTIONS = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE";
const TUPLE_CONCURRENTLY_UPDATED = "XX000";
const ROLE_EXISTS = ["42710", "23505"];
const ATTEMPTS = 5;

/** The password kept in a data directory (0600), made at the first start; two first starts agree on one. */
export function readOrMakeAppPassword(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, PASSWORD_FILE);
  try {
    const password = randomBytes(24).toString("base64url");
    writeFileSync(file, password, { mode: 0o600, flag: "wx" });
    return password;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return readFileSync(file, "utf8").trim();
  }
}

/**
 * Makes sure that the application's role exists, can log in with `password`, and can neither bypass row-level security
 * nor create anything. Safe to run by several processes and against several databases of one server at once.
 *
 * @param ownerUrl connection string of a role that may create or alter roles
 * @returns the connection string of the application's role to the same database
 * @throws when the owner may not set up the role: then an administrator makes it and gives APP_DATABASE_URL
 */
export async function prepareAppRole(ownerUrl: string, password: string): Promise<string> {
  const appUrl = urlFor(ownerUrl, password);
  if (await isReady(appUrl)) return appUrl;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await setUpRole(owner, password);
        return appUrl;
      } catch (error) {
        if (!isRace(error) || attempt === ATTEMPTS) throw error;
        await sleep(50 * attempt);
      }
    }
  } finally {
    await owner.end();
  }
}

function urlFor(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = encodeURIComponent(password);
  return url.href;
}

/** True when nothing has to be changed, which is every start but the first. */
async function isReady(appUrl: string): Promise<boolean> {
  const app = new pg.Client({ connectionString: appUrl });
  try {
    await app.connect();
    return (await excessPowers(app)) === false;
  } catch {
    return false;
  } finally {
    await app.end().catch(() => undefined);
  }
}

/** Whether the role can do more than it should; null when there is no such role. */
async function excessPowers(client: pg.Client): Promise<boolean | null> {
  const { rows } = await client.query<{ excess: boolean }>(
    `SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS excess
       FROM pg_roles WHERE rolname = $1`,
    [APP_ROLE],
  );
  return rows[0]?.excess ?? null;
}

async function setUpRole(owner: pg.Client, password: string): Promise<void> {
  const excess = await excessPowers(owner);
  // The verifier instead of the password: role statements end up in the logs of many servers.
  const login = `LOGIN PASSWORD ${owner.escapeLiteral(scramVerifier(password))}`;
  if (excess === null) {
    await owner.query(`CREATE ROLE ${APP_ROLE} ${login}`);
    return;
  }
  // An owner that is no superuser may not even repeat NOSUPERUSER, so it is only said where it changes something.
  await owner.query(`ALTER ROLE ${APP_ROLE} ${login} ${excess ? RESTRICTIONS : ""}`);
}

function isRace(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return error.code === TUPLE_CONCURRENTLY_UPDATED || ROLE_EXISTS.includes(error.code ?? "");
}

/** RFC 5803 form of a SCRAM-SHA-256 secret, as PostgreSQL stores it. The password must be ASCII. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const keyed = (label: string) => createHmac("sha256", salted).update(label).digest();
  const storedKey = createHash("sha256").update(keyed("Client Key")).digest("base64");
  const serverKey = keyed("Server Key").toString("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
