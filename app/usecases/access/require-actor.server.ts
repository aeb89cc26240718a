import type { Actor } from "~/domain/access/actor";
import { TOUCH_EVERY_MS } from "~/domain/access/session-limits";
import { actorOf } from "~/data/access/actor-of.server";
import { deleteDraft, saveDraft } from "~/data/access/draft-store.server";
import {
  findSession,
  touchSession,
  type SessionWithUser,
} from "~/data/access/session-store.server";
import { now as clockNow } from "~/platform/clock.server";
import { pageOf, withParam } from "~/platform/http/own-path.server";
import { asIdentity } from "~/platform/prisma/transaction.server";
import { readSessionCookie } from "~/platform/session-cookie.server";
import { hashSessionId, isSessionAlive } from "~/platform/session.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { readTypedFields } from "~/platform/http/typed-fields.server";

/** The person behind a request and the session he came with. */
export interface SignedIn {
  readonly actor: Actor;
  readonly session: SessionWithUser;
  readonly sessionIdHash: Uint8Array<ArrayBuffer>;
}

const PASSWORD_PAGE = "/account/password";

/** The signed-in person, or a redirect to sign-in that loses nothing he had typed. */
export async function requireActor(request: Request, now: Date = clockNow()): Promise<Actor> {
  return (await requireSignedIn(request, now)).actor;
}

/** The same with his session; also sends him on to choose a password of his own when he must. */
export async function requireSignedIn(request: Request, now: Date = clockNow()): Promise<SignedIn> {
  const found = await findSignedIn(request, now);
  if (found === null) throw await toSignIn(request, now);
  const isThere = new URL(request.url).pathname.startsWith(PASSWORD_PAGE);
  if (found.session.mustChangePassword && !isThere) throw redirectTo(PASSWORD_PAGE);
  if (request.method !== "GET") await dropSentDraft(request, found.actor.userId);
  return found;
}

/** Who is signed in, or null. Account and roles are read anew: what changed holds from this request on. */
export async function findSignedIn(request: Request, now: Date): Promise<SignedIn | null> {
  const id = readSessionCookie(request);
  if (id === null) return null;
  const sessionIdHash = hashSessionId(id);
  const session = await findSession(sessionIdHash);
  if (session === null || !mayAct(session, now)) return null;
  const unlessSince = new Date(now.getTime() - TOUCH_EVERY_MS);
  if (session.lastSeenAt < unlessSince) {
    await asIdentity((tx) => touchSession(tx, sessionIdHash, now, unlessSince));
  }
  return { actor: actorOf(session, now), session, sessionIdHash };
}

function mayAct(session: SessionWithUser, now: Date): boolean {
  if (session.disabledAt !== null || !isSessionAlive(session, now)) return false;
  return session.sessionsValidFrom === null || session.createdAt >= session.sessionsValidFrom;
}

async function toSignIn(request: Request, now: Date): Promise<Response> {
  const page = pageOf(request);
  const target = withParam("/sign-in", "to", page);
  if (request.method === "GET") return redirectTo(target);
  const draftId = await keepWhatWasTyped(request, page, now);
  return redirectTo(draftId === null ? target : withParam(target, "draft", draftId));
}

/** Only for somebody who was signed in: a dead session still tells whose form it was. */
async function keepWhatWasTyped(request: Request, path: string, savedAt: Date) {
  const id = readSessionCookie(request);
  if (id === null) return null;
  const session = await findSession(hashSessionId(id));
  if (session === null || session.disabledAt !== null) return null;
  const fields = await readTypedFields(request);
  if (Object.keys(fields).length === 0) return null;
  const { userId } = session;
  return asIdentity((tx) => saveDraft(tx, { userId, path, fields, savedAt }));
}

/** A form that came back filled in and is now sent has done its duty. */
async function dropSentDraft(request: Request, userId: string): Promise<void> {
  const draftId = new URL(pageOf(request), request.url).searchParams.get("draft");
  if (draftId !== null) await asIdentity((tx) => deleteDraft(tx, userId, draftId));
}
