import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { openTestPlatform } from "#test/support/test-platform";

// Every table of the database is found by itself: one without its wall fails here.

const OWN = "532323";
const OTHER = "532324";
/** Codes of which another is the beginning: a wall built on LIKE would let them through. */
const SHORTER = "53232";
const LONGER = "532323101";
const CODES = [OWN, OTHER, SHORTER, LONGER];
const REFUSED = "42501";
const SOMEBODY = "00000000-0000-4000-8000-000000000000";
/** Divisions, what holds for a county, businesses, official papers and what the asked are told are no secret; writing them is. */
const READ_BY_ALL = [
  ...["region", "region_flag", "pairing", "consent_notice", "employer", "vacancy"],
  ...["policy_document", "policy_clause", "policy_deadline"],
];
/** Written by administration only, seen by colleagues. */
const ADMINISTERED = ["organisation", "role_assignment"];
/** What a column's own type wants of an invented row. */
const FITTING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  region: { level: "'TOWNSHIP'" },
  policy_document: { is_founding: "false" },
};
const INVENTED: Readonly<Record<string, string>> = {
  uuid: "gen_random_uuid()",
  text: "'x' || gen_random_uuid()",
  bytea: "decode(md5(random()::text), 'hex')",
  jsonb: "'{}'",
  boolean: "true",
  ARRAY: "'{}'",
  date: "current_date",
  "timestamp with time zone": "now()",
};

const database = await openTestPlatform();
const app = new pg.Client({ connectionString: database.appUrl });
await app.connect();
const tables = await describeTables();
const walled = tables.filter(({ code }) => code !== null);
await fill();

afterAll(async () => {
  await app.end();
  await database.close();
});

interface Table {
  readonly name: string;
  /** The column that says whose the row is; null for accounts and what belongs to one user. */
  readonly code: string | null;
  /** Whether the application may change that column at all; some tables are only added to. */
  readonly isMovable: boolean;
}

async function describeTables(): Promise<Table[]> {
  const { rows } = await database.owner.query<Table>(`
    SELECT t.table_name AS name, code, code IS NOT NULL AND has_column_privilege(
      'labour_app', quote_ident(t.table_name), code, 'UPDATE') AS "isMovable"
    FROM information_schema.tables t
    LEFT JOIN LATERAL (SELECT c.column_name::text AS code FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.table_name = t.table_name
        AND c.column_name IN ('county_code', 'owner_code', 'region_code')
      -- whose the row is, where it also names the place it speaks of
      ORDER BY array_position(ARRAY['county_code', 'owner_code', 'region_code'], c.column_name::text)
      LIMIT 1) AS c ON true
    WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND (has_table_privilege('labour_app', quote_ident(t.table_name), 'SELECT')
        OR EXISTS (SELECT FROM information_schema.columns c WHERE c.table_schema = 'public'
          AND c.table_name = t.table_name AND c.column_name IN ('county_code', 'owner_code', 'region_code')))
    ORDER BY 1`);
  return rows;
}

/** One invented row per code in every table, past keys, triggers and checks. */
async function fill(): Promise<void> {
  await database.owner.query("SET session_replication_role = replica");
  const { rows: checks } = await database.owner.query<{ name: string; on: string }>(
    `SELECT quote_ident(conname) AS name, conrelid::regclass::text AS on FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  for (const { name, on } of checks) {
    await database.owner.query(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`);
  }
  for (const { name, code } of tables) {
    await database.owner.query(`DELETE FROM ${name}`);
    const { rows: columns } = await database.owner.query<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1`,
      [name],
    );
    for (const [at, value] of CODES.entries()) {
      const values = columns.map((column) => {
        if (column.name === code) return `'${value}'`;
        return FITTING[name]?.[column.name] ?? INVENTED[column.type] ?? String(at + 1);
      });
      await database.owner.query(`INSERT INTO ${name} VALUES (${values.join(", ")})`);
    }
  }
  await database.owner.query("SET session_replication_role = DEFAULT");
}

type Settings = Readonly<
  Partial<Record<"counties" | "administered" | "identity" | "user", string>>
>;

/** What the application's role is answered inside a scope, rolled back; an error's code instead of rows. */
async function ask(settings: Settings, sql: string): Promise<Record<string, unknown>[] | string> {
  await app.query("BEGIN");
  try {
    for (const [name, value] of Object.entries(settings)) {
      await app.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
    }
    return (await app.query<Record<string, unknown>>(sql)).rows;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? error.message;
    throw error;
  } finally {
    await app.query("ROLLBACK");
  }
}

async function codesSeen({ name, code }: Table, settings: Settings): Promise<unknown[]> {
  const rows = await ask(settings, `SELECT ${code} AS code FROM ${name}`);
  return Array.isArray(rows) ? rows.map((row) => row["code"]) : [rows];
}

/** A copy of the county's own row under another code. */
async function insertAs({ name, code }: Table, value: string, settings: Settings) {
  const { rows } = await database.owner.query<{ row: string }>(
    `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE ${code} = $1`,
    [OWN],
  );
  const row = JSON.stringify({
    ...(JSON.parse(rows[0]?.row ?? "{}") as object),
    [code ?? ""]: value,
  });
  const literal = app.escapeLiteral(row);
  return ask(
    settings,
    `INSERT INTO ${name} SELECT * FROM jsonb_populate_record(NULL::${name}, ${literal})`,
  );
}

test("the tables that hold people, rosters and the trail are among those looked at", () => {
  const names = walled.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      "person",
      "registry_entry",
      "roster_line",
      "roster_import_row",
      "trail_event",
    ]),
  );
  expect(names.length).toBeGreaterThanOrEqual(17);
});

test.each(tables)("row-level security is on for $name", async ({ name }) => {
  const { rows } = await database.owner.query<{ on: boolean }>(
    'SELECT relrowsecurity AS "on" FROM pg_class WHERE oid = $1::regclass',
    [name],
  );
  expect(rows).toEqual([{ on: true }]);
});

test.each(tables.filter(({ name }) => !READ_BY_ALL.includes(name)))(
  "without a scope nothing of $name is seen",
  async ({ name }) => {
    const filled = await database.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${name}`,
    );
    expect(filled.rows[0]?.n).toBe(CODES.length);
    for (const settings of [{}, { counties: "", administered: "" }]) {
      expect(await ask(settings, `SELECT count(*)::int AS n FROM ${name}`)).toEqual([{ n: 0 }]);
    }
  },
);

describe.each(walled.filter(({ name }) => !READ_BY_ALL.includes(name)))("$name", (table) => {
  test("one county sees its own rows only, also when a code begins with another", async () => {
    for (const code of CODES) {
      expect(await codesSeen(table, { counties: code })).toEqual([code]);
    }
    expect(await codesSeen(table, { counties: "5323%" })).toEqual([]);
    expect(await codesSeen(table, { counties: "532301,532302" })).toEqual([]);
  });

  test("signing in opens no county's data", async () => {
    const seen = await codesSeen(table, { identity: "on" });
    expect(seen).toHaveLength(ADMINISTERED.includes(table.name) ? CODES.length : 0);
  });

  test("an administrator's regions open accounts and organisations, never people", async () => {
    const seen = await codesSeen(table, { administered: OWN });
    expect(seen).toEqual(ADMINISTERED.includes(table.name) ? [OWN] : []);
  });
});

describe.each(walled)("writing $name", (table) => {
  const { name, code, isMovable } = table;

  test("nothing is written into another county", async () => {
    expect(await insertAs(table, OTHER, { counties: OWN })).toBe(REFUSED);
    expect(await insertAs(table, LONGER, { counties: OWN, administered: OWN })).toBe(REFUSED);
    const moved = `UPDATE ${name} SET ${code} = '${OTHER}' WHERE ${code} = '${OWN}' RETURNING 1`;
    // A row that the scope may not even change is passed over; one that it may is not let go.
    const byAdministration = [...ADMINISTERED, "region_flag", "pairing"].includes(name);
    expect(await ask({ counties: OWN }, moved)).toEqual(byAdministration ? [] : REFUSED);
    const isHeld = byAdministration || !isMovable || name === "region";
    const administrator = { administered: OWN, user: SOMEBODY };
    expect(await ask(administrator, moved)).toEqual(isHeld ? REFUSED : []);
  });

  test("another county's rows are neither changed nor deleted", async () => {
    for (const verb of [`UPDATE ${name} SET ${code} = ${code}`, `DELETE FROM ${name}`]) {
      const answer = await ask({ counties: OWN }, `${verb} WHERE ${code} = '${OTHER}' RETURNING 1`);
      expect(answer === REFUSED || answer.length === 0).toBe(true);
    }
  });
});

test.each([...ADMINISTERED, "region_flag", "pairing"])(
  "whoever works for a county writes no %s there",
  async (name) => {
    const table = tables.find((one) => one.name === name);
    expect(table).toBeDefined();
    if (table) expect(await insertAs(table, OWN, { counties: OWN })).toBe(REFUSED);
  },
);

test("the trail is only added to, by its one function; the owner does not change it either", async () => {
  for (const sql of [
    "UPDATE trail_event SET detail = ''",
    "DELETE FROM trail_event",
    "TRUNCATE trail_event",
    "INSERT INTO trail_event SELECT * FROM trail_event",
    "SELECT * FROM trail_head",
    "UPDATE trail_head SET seq = 0",
    "ALTER TABLE trail_event DISABLE TRIGGER append_only",
  ]) {
    expect([sql, await ask({ counties: OWN }, sql)]).toEqual([sql, REFUSED]);
  }
  for (const sql of [
    "UPDATE trail_event SET detail = ''",
    "DELETE FROM trail_event",
    "TRUNCATE trail_event",
  ]) {
    await expect(database.owner.query(sql)).rejects.toThrow("append-only");
  }
});

test("the application's role bypasses, owns and creates nothing", async () => {
  const { rows } = await database.owner.query(`
    SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
      (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS relations,
      (SELECT count(*)::int FROM pg_proc WHERE proowner = r.oid) AS functions,
      has_schema_privilege(r.oid, 'public', 'CREATE') AS creates
    FROM pg_roles r WHERE rolname = 'labour_app'`);
  expect(rows).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      memberships: 0,
      relations: 0,
      functions: 0,
      creates: false,
    },
  ]);
});

test("functions that see past the walls have a fixed search path and are not for everybody", async () => {
  const { rows } = await database.owner.query<{ name: string; config: string; public: boolean }>(`
    SELECT proname AS name, coalesce(array_to_string(proconfig, ';'), '') AS config,
      EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a
        WHERE a.grantee = 0) AS public
    FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`);
  expect(rows.length).toBeGreaterThanOrEqual(8);
  for (const row of rows) {
    expect(row).toEqual({ name: row.name, config: "search_path=public, pg_temp", public: false });
  }
});
