import { expect, test } from "vitest";
import {
  minutesLater,
  PASSWORD,
  requestWith,
  signedIn,
  userIn,
  openTestPlatform,
} from "./support/open";
import { viewAccount } from "~/data/access/account-view.server";
import { changePassword } from "~/usecases/access/change-password.server";
import { changeTextSize } from "~/usecases/access/change-text-size.server";
import { endOwnSessions } from "~/usecases/access/end-own-sessions.server";
import { findSignedIn, requireSignedIn } from "~/usecases/access/require-actor.server";

openTestPlatform();
const MORNING = new Date("2020-06-18T01:00:00Z");
const TODAY = "2020-06-18";
const NEW_PASSWORD = "梅花三弄 in the old garden";

const lives = async (session: string, at: Date) =>
  (await findSignedIn(requestWith(session), at)) !== null;

async function change(account: string, current: string, wanted: string, at = MORNING) {
  const session = await signedIn(account, at);
  const { actor } = await requireSignedIn(requestWith(session), at);
  const origin = { userId: actor.userId, ip: "10.0.0.1", userAgent: "" };
  return { session, outcome: await changePassword({ ...origin, current, wanted }, at) };
}

test("a new password ends every session and goes on under a new id", async () => {
  await userIn("532329", "changer");
  const elsewhere = await signedIn("changer", MORNING, "10.0.0.9");
  const later = minutesLater(MORNING, 1);
  const { session, outcome } = await change("changer", PASSWORD, NEW_PASSWORD, later);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  expect(await lives(session, later)).toBe(false);
  expect(await lives(elsewhere, later)).toBe(false);
  expect(await lives(outcome.value.sessionId, later)).toBe(true);
});

test("the present password is asked for, and guessing it is slowed", async () => {
  const userId = await userIn("532329", "left.desk");
  const guess = () =>
    changePassword(
      { userId, ip: "10.0.0.1", userAgent: "", current: "guess", wanted: NEW_PASSWORD },
      MORNING,
    );
  for (let turn = 0; turn < 5; turn += 1) {
    expect(await guess()).toMatchObject({ refusal: { kind: "wrongCurrent" } });
  }
  expect(await guess()).toMatchObject({ refusal: { kind: "tooMany", minutes: 1 } });
});

test("a password that is short, common or the same is refused with every reason", async () => {
  await userIn("532329", "chooser");
  const short = (await change("chooser", PASSWORD, "chooser1")).outcome;
  if (short.ok || short.refusal.kind !== "notAllowed") throw new Error("not refused");
  expect(short.refusal.problems.join()).toMatch(/至少 12 个字符/);
  expect(short.refusal.problems.join()).toMatch(/不能包含账号/);
  const same = (await change("chooser", PASSWORD, PASSWORD)).outcome;
  expect(same).toMatchObject({ refusal: { problems: ["新密码不能和现在的密码相同"] } });
});

test("sessions are listed, each can be ended from another, and all at once", async () => {
  await userIn("532329", "three");
  const [here, phone, home] = [
    await signedIn("three", MORNING, "10.0.0.1"),
    await signedIn("three", MORNING, "10.0.0.2"),
    await signedIn("three", MORNING, "10.0.0.3"),
  ];
  const { actor, sessionIdHash } = await requireSignedIn(requestWith(here), MORNING);
  const { sessions } = await viewAccount(actor, sessionIdHash, MORNING, TODAY);
  expect(sessions.map(({ ip, isThis }) => [ip, isThis]).sort()).toEqual([
    ["10.0.0.1", true],
    ["10.0.0.2", false],
    ["10.0.0.3", false],
  ]);
  const handle = sessions.find(({ ip }) => ip === "10.0.0.2")?.handle ?? "";
  expect(await endOwnSessions(actor, { handle }, MORNING)).toBe(1);
  expect(await lives(phone, MORNING)).toBe(false);
  expect(await lives(home, MORNING)).toBe(true);
  expect(await endOwnSessions(actor, "all", MORNING)).toBe(2);
  expect(await lives(home, MORNING)).toBe(false);
  expect(await lives(here, MORNING)).toBe(false);
});

test("nobody ends another user's session", async () => {
  await userIn("532329", "victim");
  await userIn("532329", "meddler");
  const [victim, meddler] = [await signedIn("victim", MORNING), await signedIn("meddler", MORNING)];
  const hash = (await requireSignedIn(requestWith(victim), MORNING)).sessionIdHash;
  const { actor } = await requireSignedIn(requestWith(meddler), MORNING);
  const handle = Buffer.from(hash).toString("hex");
  expect(await endOwnSessions(actor, { handle }, MORNING)).toBe(0);
  expect(await lives(victim, MORNING)).toBe(true);
});

test("the text size is kept with the account", async () => {
  await userIn("532329", "reader");
  const { actor } = await requireSignedIn(requestWith(await signedIn("reader", MORNING)), MORNING);
  await changeTextSize(actor, "large");
  const found = await findSignedIn(requestWith(await signedIn("reader", MORNING)), MORNING);
  expect(found?.session.textSize).toBe("large");
});
