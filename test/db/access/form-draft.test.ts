import { beforeAll, expect, test } from "vitest";
import { minutesLater, requestWith, signedIn, userIn, openTestPlatform } from "./support/open";
import { asIdentity } from "~/platform/prisma/transaction.server";
import { findReturnedDraft } from "~/usecases/access/find-returned-draft.server";
import { landAfterSignIn } from "~/usecases/access/land-after-sign-in.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { signOut } from "~/usecases/access/sign-out.server";

openTestPlatform();
const MORNING = new Date("2020-06-18T01:00:00Z");
const LATE = minutesLater(MORNING, 31);
const FORM = "/classes/new?copy=1";
let officer: string;
let colleague: string;

beforeAll(async () => {
  officer = await userIn("532329", "officer");
  colleague = await userIn("532329", "colleague");
});

/** Where the answer to a request leads, when it is a redirect. */
async function sentTo(request: Request, at: Date): Promise<URL> {
  const thrown: unknown = await requireActor(request, at).catch((answer: unknown) => answer);
  if (!(thrown instanceof Response)) throw new Error("no redirect");
  return new URL(thrown.headers.get("Location") ?? "", "http://127.0.0.1:3000");
}

function posted(session: string | null, fields: Record<string, string>, url = FORM): Request {
  return requestWith(session, url, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Referer: `http://127.0.0.1:3000${FORM}`, Host: "127.0.0.1:3000" },
  });
}

async function interrupted(
  fields: Record<string, string>,
): Promise<{ to: string; draftId: string }> {
  const session = await signedIn("officer", MORNING);
  const { searchParams } = await sentTo(posted(session, fields), LATE);
  return { to: searchParams.get("to") ?? "", draftId: searchParams.get("draft") ?? "" };
}

test("reading without a session leads to sign-in and back", async () => {
  const target = await sentTo(requestWith(null, "/rosters?page=2"), MORNING);
  expect(target.pathname).toBe("/sign-in");
  expect(target.searchParams.get("to")).toBe("/rosters?page=2");
  expect(await landAfterSignIn(officer, { to: "/rosters?page=2", draftId: null }, LATE)).toBe(
    "/rosters?page=2",
  );
});

test("nobody is led to another site, nor back to the sign-in page", async () => {
  for (const to of ["https://evil.example/", "//evil.example", "/\\evil.example", "/sign-out"]) {
    expect(await landAfterSignIn(officer, { to, draftId: null }, LATE)).toBe("/");
  }
});

test("a form sent with an expired session comes back filled in after sign-in, without its password", async () => {
  const wanted = await interrupted({ name: "电工第3期", place: "狮山镇", password: "geheim" });
  expect(wanted.to).toBe(FORM);
  const landing = await landAfterSignIn(officer, wanted, LATE);
  expect(landing).toBe(`${FORM}&draft=${wanted.draftId}`);
  expect(await findReturnedDraft(requestWith(null, landing), officer, LATE)).toEqual({
    fields: { name: "电工第3期", place: "狮山镇" },
    savedAt: LATE.toISOString(),
  });
});

test("what was typed lies sealed in the database", async () => {
  await interrupted({ name: "电工第3期", idCardNumber: "532329198001010018" });
  const rows = await asIdentity((tx) => tx.formDraft.findMany());
  for (const { fieldsSealed } of rows) {
    const text = Buffer.from(fieldsSealed).toString("utf8");
    expect(text).not.toContain("电工");
    expect(text).not.toContain("5323291980");
  }
});

test("another user who signs in instead lands on the page and never sees what was typed", async () => {
  const wanted = await interrupted({ name: "电工第3期" });
  expect(await landAfterSignIn(colleague, wanted, LATE)).toBe(FORM);
  const guessed = `${FORM}&draft=${wanted.draftId}`;
  expect(await findReturnedDraft(requestWith(null, guessed), colleague, LATE)).toBeNull();
});

test("the draft fills only the page it was typed on", async () => {
  const { draftId } = await interrupted({ name: "电工第3期" });
  const other = requestWith(null, `/organisations/new?draft=${draftId}`);
  expect(await findReturnedDraft(other, officer, LATE)).toBeNull();
});

test("reloading the page shows the draft again; sending the form deletes it", async () => {
  const wanted = await interrupted({ name: "电工第3期" });
  const page = await landAfterSignIn(officer, wanted, LATE);
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await findReturnedDraft(requestWith(null, page), officer, LATE)).not.toBeNull();
  }
  const session = await signedIn("officer", LATE);
  await requireActor(requestWith(session, page, { method: "POST", body: "" }), LATE);
  expect(await findReturnedDraft(requestWith(null, page), officer, LATE)).toBeNull();
});

test("a draft lives twelve hours and is then swept out by the next one", async () => {
  const { draftId } = await interrupted({ name: "早" });
  const page = requestWith(null, `${FORM}&draft=${draftId}`);
  expect(await findReturnedDraft(page, officer, minutesLater(LATE, 12 * 60))).not.toBeNull();
  const tooLate = minutesLater(LATE, 12 * 60 + 1);
  expect(await findReturnedDraft(page, officer, tooLate)).toBeNull();
  const session = await signedIn("officer", tooLate);
  await sentTo(posted(session, { name: "晚" }), minutesLater(tooLate, 31));
  const left = await asIdentity((tx) => tx.formDraft.findMany({ where: { id: draftId } }));
  expect(left).toEqual([]);
});

test("who never was signed in leaves no draft", async () => {
  const before = await asIdentity((tx) => tx.formDraft.count());
  for (const cookie of [null, "x".repeat(43)]) {
    const target = await sentTo(posted(cookie, { name: "陌生人" }), LATE);
    expect(target.searchParams.get("draft")).toBeNull();
  }
  expect(await asIdentity((tx) => tx.formDraft.count())).toBe(before);
});

test("a form sent after signing out in another window is kept too", async () => {
  const session = await signedIn("officer", MORNING);
  await signOut(session, MORNING);
  const target = await sentTo(posted(session, { name: "电工" }), MORNING);
  expect(target.searchParams.get("draft")).not.toBeNull();
});

test("a user with a first password is led to choose his own, and nowhere else", async () => {
  await userIn("532329", "fresh", { mustChangePassword: true, at: MORNING });
  const session = await signedIn("fresh", MORNING);
  expect((await sentTo(requestWith(session, "/rosters"), MORNING)).pathname).toBe(
    "/account/password",
  );
  const actor = await requireActor(requestWith(session, "/account/password"), MORNING);
  expect(actor.name).toBe("人员fresh");
});
