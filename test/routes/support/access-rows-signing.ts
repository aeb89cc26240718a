import { BUILT_IN_NOTICES } from "~/domain/evidence/built-in-notices";
import { listed, post, shown, type Row } from "./access-row";

const GIVEN = { intent: "give", purpose: "service", givenOn: "2020-06-01", witness: "李秀兰" };
const WITHDRAWN = { intent: "withdraw", purpose: "service", way: "inPerson", reason: "本人要求" };
const VOIDED = { proofId: "00000000-0000-4000-8000-000000000000", reason: "不是本人签的" };
const NOTICE = {
  ...{ purpose: "service", regionCode: "532300", title: "我州告知书", inForceFrom: "2099-01-01" },
  ...Object.fromEntries(
    [...Array(7).keys()].map((index) => [`text.${index}`, "十个字以上的一段话。"]),
  ),
};

/** Notices, consents and signing; the page of a link (`/s/…`) is for anybody and held by its own tests. */
export const SIGNING_ROWS: readonly Row[] = [
  { file: "evidence/notices.tsx", at: () => "/notices", guard: listed("consent.read") },
  {
    file: "evidence/notice.tsx",
    at: () => `/notices/${BUILT_IN_NOTICES[0]?.id ?? ""}`,
    guard: listed("consent.read"),
  },
  {
    file: "evidence/new-notice.tsx",
    at: () => "/notices/new",
    guard: listed("notice.issue"),
    posts: [post(listed("notice.issue"), NOTICE, { ...NOTICE, title: "" })],
  },
  {
    file: "evidence/consents.tsx",
    at: ({ personId }) => `/people/${personId}/consents`,
    guard: shown("consent.read"),
    posts: [
      post(shown("consent.record"), GIVEN, { ...GIVEN, purpose: "" }),
      post(shown("consent.record"), WITHDRAWN, { ...WITHDRAWN, reason: "" }),
    ],
  },
  {
    file: "rosters/signing.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/signing`,
    guard: shown("proof.read"),
    posts: [post(shown("proof.record"), { intent: "revokeAll" }, { intent: "revokeAll" })],
  },
  {
    file: "rosters/signing-slips.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/signing/slips`,
    guard: shown("proof.record"),
    posts: [post(shown("proof.record"), {}, {})],
  },
  {
    file: "rosters/close-up.tsx",
    at: ({ rosterId, lineId }) => `/rosters/${rosterId}/lines/${lineId}/fingerprint`,
    guard: shown("proof.record"),
    posts: [post(shown("proof.record"), { photo: "x" }, { photo: "x" })],
  },
  {
    file: "rosters/line-signature.tsx",
    at: ({ rosterId, lineId }) => `/rosters/${rosterId}/lines/${lineId}/signature`,
    guard: shown("proof.read"),
    posts: [post(shown("proof.record"), VOIDED, { ...VOIDED, reason: "" })],
  },
  { file: "evidence/sign-line.tsx", at: () => `/s/${"A".repeat(43)}`, guard: "public" },
];
