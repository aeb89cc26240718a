import { hidden, post, shown, type Row } from "./access-row";

/** The gate, the seal and what comes after it; `/verify` is for anybody and held by its own tests. */
export const SEALING_ROWS: readonly Row[] = [
  {
    file: "training/evidence.tsx",
    at: ({ classId }) => `/classes/${classId}/evidence`,
    guard: hidden("class.read"),
  },
  {
    file: "training/evidence-missing.ts",
    at: ({ classId }) => `/classes/${classId}/evidence/missing`,
    guard: hidden("class.read"),
  },
  {
    file: "rosters/seal.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/seal`,
    guard: hidden("roster.read"),
    posts: [
      post(
        shown("roster.seal"),
        { confirmWord: "封存", version: "1" },
        { confirmWord: "封存", version: "0" },
      ),
    ],
  },
  {
    file: "rosters/print-sealed.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/seal/print`,
    guard: shown("roster.print"),
    posts: [post(shown("roster.print"), { purpose: "归档" }, { purpose: "" })],
  },
  {
    file: "rosters/amendments.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/amendments`,
    guard: hidden("roster.read"),
    posts: [
      post(
        shown("roster.amend"),
        { lineId: "", subject: "NAME", after: "某某", reason: "核对" },
        { lineId: "", subject: "", after: "", reason: "" },
      ),
    ],
  },
  {
    file: "rosters/amendment.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/amendments/1`,
    guard: hidden("roster.read"),
    posts: [
      post(shown("roster.reviewAmendment"), { intent: "approve" }, { intent: "refuse", note: "" }),
    ],
  },
  { file: "evidence/verify.tsx", at: () => "/verify", guard: "public" },
];
