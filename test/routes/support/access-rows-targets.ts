import { hidden, listed, post, shown, type Row } from "./access-row";
import { targetTextsOf } from "./access-world-targets";

const TARGET = { ...targetTextsOf("532323"), clause: "二" };
const REVISION = { ...TARGET, revisionReason: "调整" };

/** Targets: everybody who sees the county reads them, the prefecture and the cooperation office enter them. */
export const TARGET_ROWS: readonly Row[] = [
  { file: "targets/board.tsx", at: () => "/targets", guard: listed("target.read") },
  {
    file: "targets/target.tsx",
    at: ({ targetId }) => `/targets/${targetId}`,
    guard: hidden("target.read"),
  },
  {
    file: "targets/people.tsx",
    at: ({ targetId, county }) => `/targets/${targetId}/areas/${county}`,
    guard: hidden("target.read"),
  },
  {
    file: "targets/revise-target.tsx",
    at: ({ targetId }) => `/targets/${targetId}/revise`,
    guard: shown("target.write"),
    posts: [post(shown("target.write"), REVISION, { ...REVISION, revisionReason: "" })],
  },
  {
    file: "targets/void-target.tsx",
    at: ({ targetId }) => `/targets/${targetId}/void`,
    guard: shown("target.write"),
    posts: [post(shown("target.write"), { reason: "录错" }, { reason: "" })],
  },
  {
    file: "targets/new-target.tsx",
    at: () => "/targets/new",
    guard: listed("target.write"),
    posts: [post(listed("target.write"), TARGET, { ...TARGET, clause: "" })],
  },
];
