import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as people from "~/routes/people/people";
import * as personPage from "~/routes/people/person";
import * as reveal from "~/routes/people/reveal";
import * as trailPage from "~/routes/trail/trail";
import * as regionPage from "~/routes/regions/county";
import * as snapshotPage from "~/routes/registry/snapshot";
import * as importPage from "~/routes/registry/import";
import { now } from "~/platform/clock.server";
import { buildPerson } from "#test/builders/person";
import { asXlsx, exportRows, soundIdNumber } from "#test/builders/registry-export";
import { requestWith, signedIn, userIn } from "#test/db/access/support/open";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const MOUDING = "532323";
const WUDING = "532329";
const NUMBER = soundIdNumber(MOUDING, "19850505", 11);

let at: TestPlatform;
let personId: string;
let officer: string;
let neighbour: string;

beforeAll(async () => {
  at = await openTestPlatform();
  await userIn(MOUDING, "mouding", { roles: [{ role: "caseOfficer", regionCode: MOUDING }] });
  await userIn(WUDING, "wuding", { roles: [{ role: "caseOfficer", regionCode: WUDING }] });
  officer = await signedIn("mouding", now());
  neighbour = await signedIn("wuding", now());
  personId = await buildPerson(at.owner, {
    idNumber: NUMBER,
    name: "普开翠",
    countyCode: MOUDING,
    phone: "13887654321",
  });
});
afterAll(() => at.close());

function args(
  session: string | null,
  url: string,
  params: Record<string, string>,
  body?: BodyInit,
) {
  const init = body === undefined ? {} : { method: "POST", body };
  return { request: requestWith(session, url, init), params, context: {} } as ActionFunctionArgs;
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

async function thrown(work: Promise<unknown>): Promise<Response> {
  return work.then(
    () => Promise.reject(new Error("nothing was thrown")),
    (error: unknown) => error as Response,
  );
}

test("a number typed into the search leads to the person, and no address carries it", async () => {
  const answer = await people.action(
    args(officer, "/people", {}, form({ q: ` ${NUMBER.toLowerCase()} ` })),
  );
  expect(answer).toBeInstanceOf(Response);
  expect((answer as Response).headers.get("Location")).toBe(`/people/${personId}`);
  const broken = await people.action(
    args(officer, "/people", {}, form({ q: NUMBER.slice(0, 17) })),
  );
  expect(JSON.stringify(broken)).not.toContain(NUMBER.slice(0, 17));
  const inAddress = await thrown(people.loader(args(officer, `/people?q=${NUMBER}`, {})));
  expect(inAddress.headers.get("Location")).toBe("/people");
});

test("a name typed into the search becomes an address that can be kept", async () => {
  const answer = await people.action(
    args(officer, "/people", {}, form({ q: "普开", county: MOUDING })),
  );
  const location = (answer as Response).headers.get("Location") ?? "";
  expect(location).toBe(`/people?q=${encodeURIComponent("普开")}&county=${MOUDING}`);
  expect(await people.loader(args(officer, location, {}))).toMatchObject({
    rows: [{ name: "普开翠", countyName: "牟定县" }],
  });
});

test("who may write the county's ledger of placements is offered to register one for the person", async () => {
  await userIn(MOUDING, "mouding-shenhe", { roles: [{ role: "reviewer", regionCode: MOUDING }] });
  const reviewer = await signedIn("mouding-shenhe", now());
  const open = (who: string) =>
    personPage.loader(args(who, `/people/${personId}`, { id: personId }));
  expect(await open(officer)).toMatchObject({ mayPlace: true });
  expect(await open(reviewer)).toMatchObject({ mayPlace: false });
});

test("another county's officer gets 404 for the person and his number, and nothing of them", async () => {
  const params = { id: personId };
  for (const work of [
    () => personPage.loader(args(neighbour, `/people/${personId}`, params)),
    () => reveal.loader(args(neighbour, `/people/${personId}/reveal`, params)),
    () =>
      reveal.action(
        args(neighbour, `/people/${personId}/reveal`, params, form({ reason: "看看" })),
      ),
  ]) {
    const answer = await thrown(work());
    expect(answer.status).toBe(404);
    const text = await answer.text();
    for (const mark of [NUMBER, NUMBER.slice(0, 6), personId]) expect(text).not.toContain(mark);
  }
});

test("the number in full comes once, with the answer to the form, and is not to be stored", async () => {
  const params = { id: personId };
  const url = `/people/${personId}/reveal`;
  const asked = await reveal.loader(args(officer, url, params));
  expect(JSON.stringify(asked)).not.toContain(NUMBER);
  const refused = await reveal.action(args(officer, url, params, form({ reason: "" })));
  expect(refused).toMatchObject({ data: { shown: null }, init: { status: 422 } });
  const shown = await reveal.action(args(officer, url, params, form({ reason: "核对开户信息" })));
  expect(shown).toMatchObject({
    data: { shown: { idCardNumber: NUMBER, phone: "13887654321" } },
    init: { headers: { "Cache-Control": "no-store" } },
  });
});

test("an uploaded registry export leads to its own page, which another county does not have", async () => {
  const body = new FormData();
  body.set("regionCode", MOUDING);
  body.set("exportedOn", "");
  body.set("file", new File([new Uint8Array(asXlsx(exportRows(3)))], "导出.xlsx"));
  const answer = await importPage.action(args(officer, "/registry/import", {}, body));
  const location = (answer as Response).headers.get("Location") ?? "";
  const id = location.split("/").pop() ?? "";
  expect(await snapshotPage.loader(args(officer, location, { id }))).toMatchObject({
    snapshot: { state: "reading", fileName: "导出.xlsx" },
    job: { state: "queued" },
    mayCancel: true,
  });
  const foreign = await thrown(snapshotPage.loader(args(neighbour, location, { id })));
  expect(foreign.status).toBe(404);
});

test("an upload without a file, or for a region not one's own, keeps what was typed and says why", async () => {
  const empty = new FormData();
  empty.set("regionCode", "");
  empty.set("exportedOn", "去年");
  const answer = await importPage.action(args(officer, "/registry/import", {}, empty));
  expect(answer).toMatchObject({
    data: { values: { exportedOn: "去年" } },
    init: { status: 422 },
  });
  expect(Object.keys((answer as { data: { errors: object } }).data.errors)).toEqual([
    "regionCode",
    "exportedOn",
    "file",
  ]);
  const foreign = new FormData();
  foreign.set("regionCode", WUDING);
  foreign.set("file", new File([new Uint8Array(asXlsx(exportRows(1)))], "导出.xlsx"));
  expect(await importPage.action(args(officer, "/registry/import", {}, foreign))).toMatchObject({
    data: { errors: { regionCode: expect.stringContaining("权限") } },
  });
});

test("the trail is for those who may read it; a county's page for its own officers", async () => {
  expect((await thrown(trailPage.loader(args(officer, "/trail", {})))).status).toBe(403);
  const county = { county: MOUDING };
  expect(await regionPage.loader(args(officer, `/regions/${MOUDING}`, county))).toMatchObject({
    mayWrite: true,
    districts: null,
  });
  const foreign = await thrown(regionPage.loader(args(neighbour, `/regions/${MOUDING}`, county)));
  expect(foreign.status).toBe(404);
});

test("without a session the way leads to sign-in", async () => {
  const answer = await thrown(people.loader(args(null, "/people?q=普", {})));
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toMatch(/^\/sign-in\?to=/);
});
