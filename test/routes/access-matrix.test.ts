import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Action } from "~/domain/access/action";
import { POLICY } from "~/domain/access/role-actions";
import { ROLES, type Role } from "~/domain/access/role";
import routes from "~/routes";
import type { Guard, Post, Row } from "#test/routes/support/access-row";
import { HELD_ELSEWHERE, ROWS } from "#test/routes/support/access-rows";
import {
  buildWorld,
  PLACE_NAMES,
  sees,
  type Place,
  type World,
} from "#test/routes/support/access-world";
import { visit, type RouteModule, type Visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

// Every route × every role × a thing of one's own county, a sister county, another prefecture, or nobody.

const pages = import.meta.glob<RouteModule>("../../app/routes/**/*.{ts,tsx}");

let platform: TestPlatform;
let world: World;

beforeAll(async () => {
  platform = await openTestPlatform();
  world = await buildWorld(platform);
});
afterAll(() => platform.close());

const patternOf = new Map(
  routes.map(({ file, path = "" }) => [file.replace("routes/", ""), `/${path}`]),
);

async function ask(row: Row, place: Place, who: Visitor | null, form?: Record<string, string>) {
  const load = pages[`../../app/routes/${row.file}`];
  if (load === undefined) throw new Error(`no such route: ${row.file}`);
  const address = row.at(world.objects[place]);
  return visit(await load(), patternOf.get(row.file) ?? "", address, who, form);
}

/** A list shows the same whatever the place; one look is enough. */
function placesOf(row: Row): readonly Place[] {
  const addresses = PLACE_NAMES.map((place) => row.at(world.objects[place]));
  return new Set(addresses).size === 1 ? ["own"] : PLACE_NAMES;
}

function reaches(row: Row, role: Role, place: Place): boolean {
  const administers = role === "systemAdministrator" && place === "own";
  if (row.administered) return administers;
  return sees(role, place) || (row.noPerson === true && administers);
}

/** 200 stands for anything that is neither refused nor not found. */
function expected(row: Row, guard: Guard | "anybody", role: Role, place: Place): number {
  const isList = placesOf(row).length === 1;
  // The targets of this world are counties'; a district officer sets his district's alone.
  const isOfDistrict = (action: Action) => role === "districtOfficer" && action === "target.write";
  const has = (action: Action) =>
    POLICY[role].includes(action) && (isList || !isOfDistrict(action));
  const may = ({ needs, or = needs, whole = false }: Guard) =>
    (has(needs) || has(or)) &&
    !(whole && (role === "districtOfficer" || (readsInPart(role) && needs === "post.read")));
  if (guard !== "anybody" && guard.first && !may(guard)) return 403;
  if (!isList && !reaches(row, role, place)) return 404;
  if (guard !== "anybody" && guard.sees && !has(guard.sees)) return 404;
  return guard === "anybody" || may(guard) ? 200 : guard.denied;
}

/** Of posts a labour station learns no more than a district. */
function readsInPart(role: Role): boolean {
  return role === "labourStationOfficer";
}

async function textOf({ html, response }: Visit): Promise<string> {
  return html + (response === null ? "" : await response.text());
}

/** Whatever is answered, of people whom the role does not see there is not a byte in it. */
async function expectNobodyElse(role: Role, answer: Visit): Promise<void> {
  const text = await textOf(answer);
  for (const place of PLACE_NAMES.filter((one) => !sees(role, one))) {
    for (const mark of world.objects[place].marks) expect(text).not.toContain(mark);
  }
}

function plain({ status, location }: Visit): number | string {
  if (location?.startsWith("/sign-in")) return "to sign-in";
  return status === 403 || status === 404 ? status : 200;
}

/** Every row of every table that a form could change. */
async function fingerprint(): Promise<string> {
  const { rows: tables } = await platform.owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
     AND table_type = 'BASE TABLE' AND table_name NOT IN ('session', 'trail_event', 'trail_head')`,
  );
  const sums = tables.map(
    ({
      name,
    }) => `SELECT '${name}' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS sum
      FROM ${name} t`,
  );
  const { rows } = await platform.owner.query<{ sum: string }>(sums.join(" UNION ALL "));
  // The database may answer the tables side by side, in any order.
  return rows
    .map(({ sum }) => sum)
    .sort()
    .join("\n");
}

test("every route of app/routes.ts has its row, and no row is without a route", () => {
  expect(ROWS.map(({ file }) => file).sort()).toEqual([...patternOf.keys()].sort());
});

test("every route that takes a form has a form in its row", async () => {
  for (const { file, posts } of ROWS) {
    const page = await pages[`../../app/routes/${file}`]?.();
    const isHeld = posts !== undefined || HELD_ELSEWHERE.includes(file);
    expect([file, page?.action !== undefined]).toEqual([file, isHeld]);
  }
});

describe.each(ROWS)("$file", (row) => {
  const { guard } = row;

  test("nobody signed in is sent to sign in, whatever he asks for", async () => {
    for (const place of placesOf(row)) {
      const answer = await ask(row, place, null);
      if (guard !== "public") expect(plain(answer)).toBe("to sign-in");
      for (const { form } of row.posts ?? []) {
        expect(plain(await ask(row, place, null, form))).toBe("to sign-in");
      }
    }
  });

  if (guard === "public") return;
  test.each(ROLES)("%s reads what is his to read", async (role) => {
    for (const place of placesOf(row)) {
      const answer = await ask(row, place, world.visitors[role]);
      expect([place, plain(answer)]).toEqual([place, expected(row, guard, role, place)]);
      await expectNobodyElse(role, answer);
    }
  });
});

describe.each(ROWS.filter(({ posts }) => posts !== undefined))("the forms of $file", (row) => {
  /** Sends what `choose` picks to everybody and everything, and compares the whole database. */
  async function sendAll(choose: (sent: Post, wanted: number) => Post["harmless"]) {
    const before = await fingerprint();
    for (const role of ROLES) {
      for (const place of placesOf(row)) {
        for (const sent of row.posts ?? []) {
          const wanted = expected(row, sent.guard, role, place);
          const form = choose(sent, wanted);
          if (form === null) continue;
          const answer = await ask(row, place, world.visitors[role], form);
          expect([role, place, form, plain(answer)]).toEqual([role, place, form, wanted]);
          await expectNobodyElse(role, answer);
        }
      }
    }
    expect(await fingerprint()).toBe(before);
  }

  test("whoever may not is refused, and nothing changes", () =>
    sendAll(({ form }, wanted) => (wanted === 200 ? null : form)));

  test("whoever may is heard; what is wrong in itself changes nothing", () =>
    sendAll(({ harmless }, wanted) => (wanted === 200 ? harmless : null)));
});
