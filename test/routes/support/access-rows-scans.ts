import { post, shown, type Row } from "./access-row";

/** Scans of signed pages, their review and the pictures cut out of them. */
export const SCAN_ROWS: readonly Row[] = [
  {
    file: "evidence/proof-image.ts",
    at: ({ proofId }) => `/proofs/${proofId}/image`,
    guard: shown("proof.read"),
  },
  {
    file: "rosters/scans.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/scans`,
    guard: shown("proof.read"),
    posts: [
      // The world's page was placed by hand: the reading is sure of nothing there.
      post(shown("proof.record"), { intent: "confirmClear" }, { intent: "confirmClear" }),
    ],
  },
  {
    file: "rosters/scan-review.tsx",
    at: ({ rosterId, scanPageId }) => `/rosters/${rosterId}/scans/${scanPageId}`,
    guard: shown("proof.read"),
    posts: [
      post(
        shown("proof.record"),
        { intent: "setAside", version: "2", reason: "错页" },
        { intent: "setAside", version: "2", reason: "" },
      ),
      post(
        shown("proof.record"),
        { intent: "proposed", version: "2" },
        { intent: "proposed", version: "2" },
      ),
    ],
  },
  {
    file: "rosters/scan-image.ts",
    at: ({ rosterId, scanPageId }) => `/rosters/${rosterId}/scans/${scanPageId}/image`,
    guard: shown("proof.read"),
  },
  {
    file: "rosters/scan-line.tsx",
    at: ({ rosterId, scanPageId, lineId }) =>
      `/rosters/${rosterId}/scans/${scanPageId}/lines/${lineId}`,
    guard: shown("proof.record"),
    posts: [post(shown("proof.record"), { version: "2" }, { version: "2" })],
  },
  {
    file: "rosters/scan-cell-image.ts",
    at: ({ scanPageId, lineId }) => `/scan-cells/${scanPageId}/${lineId}/signature`,
    guard: shown("proof.read"),
  },
];
