import type { Actor } from "~/domain/access/actor";
import type { ConsentPurpose } from "~/domain/evidence/consent";
import type { Ink } from "~/domain/evidence/ink";
import type { SigningWay } from "~/domain/evidence/signing-link";
import { createSigningLinks } from "~/usecases/evidence/create-signing-links.server";
import { confirmLink } from "~/usecases/evidence/open-signing-link.server";
import { recordConsent } from "~/usecases/evidence/record-consent.server";
import { signLine, type Signed } from "~/usecases/evidence/sign-line.server";
import { dayInChina } from "~/platform/clock.server";

// Everything goes through the use cases, as people do it.

/** A short name as a finger writes it. */
export const SOME_INK: Ink = {
  width: 350,
  height: 220,
  strokes: [
    [
      [40, 60],
      [120, 70],
      [200, 64],
    ],
    [
      [110, 40],
      [108, 120],
      [60, 180],
    ],
    [
      [120, 110],
      [180, 150],
      [230, 170],
    ],
  ],
};

/** A link for one line; answers its token. */
export async function linkFor(
  actor: Actor,
  line: { readonly rosterId: string; readonly lineId: string },
  now: Date,
  way: SigningWay = "ownPhone",
): Promise<string> {
  const outcome = await createSigningLinks(actor, { ...line, way }, now);
  const token = outcome.ok ? outcome.value.links[0]?.token : undefined;
  if (token === undefined) throw new Error(outcome.ok ? "no link" : outcome.refusal.kind);
  return token;
}

/** The form as the page would send it for this link, with what the person drew and ticked. */
export async function formFor(
  token: string,
  now: Date,
  given: Partial<Signed> = {},
): Promise<Signed> {
  const { open } = await confirmLink(token, now);
  return {
    ink: JSON.stringify(SOME_INK),
    photo: null,
    isInformed: true,
    agreedTo: [],
    shown: open?.line.digest.toString("hex") ?? "",
    userAgent: "Mozilla/5.0 (Linux; Android 10) MicroMessenger/7.0",
    ...given,
  };
}

/** The trainee of the line signs, on his own phone unless told. */
export async function signOnPhone(
  actor: Actor,
  line: { readonly rosterId: string; readonly lineId: string },
  now: Date,
  given: Partial<Signed> & { readonly way?: SigningWay } = {},
): Promise<void> {
  const { way, ...form } = given;
  const token = await linkFor(actor, line, now, way);
  const outcome = await signLine(token, await formFor(token, now, form), now);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`);
}

/** Agrees on paper, on that very day. */
export async function giveConsent(
  actor: Actor,
  personId: string,
  purpose: ConsentPurpose,
  now: Date,
): Promise<void> {
  const form = { personId, purpose, givenOn: dayInChina(now), witness: "李秀兰" };
  const outcome = await recordConsent(actor, form, now);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`);
}
