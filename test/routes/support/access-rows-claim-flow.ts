import { hidden, listed, post, type Guard, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const at = ({ sentClaimId }: CountyObjects, rest: string) => `/claims/${sentClaimId}${rest}`;
const line = (one: CountyObjects, rest: string) => at(one, `/lines/${one.sentLineId}${rest}`);
const ACCOUNT = {
  ...{ intent: "save", holderName: "普光明", bankName: "农信社", version: "5" },
  ...{ account: "6217000000000001", again: "6217000000000001" },
};
/** The claim of this world is approved: whoever may take a step is told that it is too late. */
const step = (intent: string) => ({ intent, version: "5", note: "某" });
/** Who reads no claims sees none. */
const shown = (needs: Guard["needs"]): Guard => ({ needs, denied: 403, sees: "claim.read" });
const PAY_OR_REVIEW: Guard = { ...shown("claim.pay"), or: "claim.review" };
const WRITE_OR_REVIEW: Guard = { ...shown("claim.write"), or: "claim.review" };

/** A claim on its way from hand to hand, to the bank and back. */
export const CLAIM_FLOW_ROWS: readonly Row[] = [
  {
    file: "claims/unit-account.tsx",
    at: (one) => at(one, "/account"),
    guard: PAY_OR_REVIEW,
    posts: [post(PAY_OR_REVIEW, ACCOUNT, { ...ACCOUNT, again: "" })],
  },
  {
    file: "claims/accounts.tsx",
    at: (one) => at(one, "/accounts"),
    guard: shown("claim.write"),
    posts: [post(shown("claim.write"), {}, {})],
  },
  {
    file: "claims/account-sheet.ts",
    at: (one) => at(one, "/accounts/sheet"),
    guard: "public",
    posts: [post(shown("claim.write"), {}, null)],
  },
  {
    file: "claims/line-account.tsx",
    at: (one) => line(one, "/account"),
    guard: WRITE_OR_REVIEW,
    posts: [
      post(shown("claim.write"), ACCOUNT, { ...ACCOUNT, again: "" }),
      post(shown("claim.review"), { intent: "release", reason: "某" }, { intent: "release" }),
      post(shown("claim.review"), { intent: "vouch", reason: "某" }, { intent: "vouch" }),
    ],
  },
  {
    file: "claims/propose-clawback.tsx",
    at: (one) => line(one, "/clawback"),
    guard: shown("clawback.propose"),
    posts: [post(shown("clawback.propose"), { amount: "1", reason: "某" }, { amount: "" })],
  },
  {
    file: "claims/payments.tsx",
    at: (one) => at(one, "/payments"),
    // Accounts are no business of a district.
    guard: { ...shown("claim.read"), whole: true },
    posts: [
      post(shown("claim.pay"), { intent: "send" }, null),
      post(shown("claim.review"), { intent: "withdraw", paymentId: "" }, null),
    ],
  },
  {
    file: "claims/payment-file.ts",
    at: (one) => at(one, `/payments/${one.claimPaymentId}/sent`),
    guard: "public",
    posts: [post(shown("claim.pay"), {}, null)],
  },
  {
    file: "claims/steps.tsx",
    at: (one) => at(one, "/steps"),
    guard: hidden("claim.read"),
    posts: [
      post(shown("claim.write"), step("submit"), step("submit")),
      post(shown("claim.review"), step("review"), step("review")),
      post(shown("claim.approveHrss"), step("HRSS"), step("HRSS")),
      post(shown("claim.approvePoverty"), step("POVERTY"), step("POVERTY")),
    ],
  },
  { file: "claims/clawbacks.tsx", at: () => "/clawbacks", guard: listed("claim.read") },
  {
    file: "claims/clawback.tsx",
    at: ({ clawbackId }) => `/clawbacks/${clawbackId}`,
    // A district reads it once it is decided.
    guard: { ...hidden("claim.read"), whole: true },
    posts: [
      post(
        shown("clawback.decide"),
        { intent: "confirm", version: "1", reason: "某" },
        { intent: "confirm", version: "0", reason: "某" },
      ),
    ],
  },
  {
    file: "claims/clawback-file.ts",
    at: ({ repaidClawbackId }) => `/clawbacks/${repaidClawbackId}/file`,
    guard: { needs: "claim.read", denied: 403, whole: true },
  },
];
