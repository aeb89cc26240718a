import { listed, post, type Guard, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const at = ({ sentClaimId }: CountyObjects, rest = "") => `/claims/${sentClaimId}${rest}`;
const asked = (needs: Guard["needs"]): Guard => ({ needs, denied: 403, first: true });
/** What lines were judged by is no business of a district. */
const WHOLE: Guard = { ...asked("claim.read"), whole: true };
/** The claim of this world is approved: whoever may change a claim is told that it is too late. */
const late = (rest: Readonly<Record<string, string>>) => {
  const form = { ...rest, reason: "某", version: "5" };
  return post(asked("claim.write"), form, form);
};

/** Claims as they are drawn up, checked and reported. */
export const CLAIM_ROWS: readonly Row[] = [
  { file: "claims/claims.tsx", at: () => "/claims", guard: listed("claim.read") },
  { file: "claims/claim.tsx", at: (one) => at(one), guard: asked("claim.read") },
  {
    file: "claims/check-claim.ts",
    at: (one) => at(one, "/check"),
    guard: "public",
    posts: [post(asked("claim.check"), {}, null)],
  },
  {
    file: "claims/edit-claim.tsx",
    at: (one) => at(one, "/edit"),
    guard: asked("claim.write"),
    posts: [late({ title: "某" })],
  },
  {
    file: "claims/claim-line.tsx",
    at: (one) => at(one, `/lines/${one.sentLineId}`),
    guard: asked("claim.read"),
    posts: [late({ intent: "takeOut" }), late({ intent: "putBack" })],
  },
  {
    file: "claims/redraw-claim.tsx",
    at: (one) => at(one, "/redraw"),
    guard: asked("claim.write"),
    posts: [late({})],
  },
  {
    file: "claims/remove-claim.tsx",
    at: (one) => at(one, "/remove"),
    guard: asked("claim.write"),
    posts: [late({})],
  },
  { file: "claims/report.tsx", at: (one) => at(one, "/report"), guard: WHOLE },
  {
    file: "claims/report-file.ts",
    at: (one) => at(one, "/report/file"),
    guard: "public",
    posts: [post(asked("claim.export"), {}, null)],
  },
  { file: "claims/report-lines.tsx", at: (one) => at(one, "/report/lines"), guard: WHOLE },
  { file: "claims/print-report.tsx", at: (one) => at(one, "/report/print"), guard: WHOLE },
  {
    file: "claims/take-out-blocked.tsx",
    at: (one) => at(one, "/take-out"),
    guard: asked("claim.write"),
    posts: [late({ seen: "1" })],
  },
  {
    file: "claims/new-claim.tsx",
    at: () => "/claims/new",
    guard: listed("claim.write"),
    posts: [post(listed("claim.write"), { title: "某", year: "2020" }, { title: "某" })],
  },
];
