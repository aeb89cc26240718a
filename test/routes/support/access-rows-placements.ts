import { hidden, listed, post, shown, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const WRITE = shown("placement.write");
const NOBODY = "00000000-0000-7000-8000-000000000000";
const FILING = {
  ...{
    creditCode: "91310114EGLPXMHH7H",
    employerName: "嘉定物流有限公司",
    workplaceCode: "310114",
  },
  ...{ form: "FORMAL", arrangement: "ORGANISED", contractKind: "NONE", startedOn: "2020-05-07" },
};
const PERSON = { countyCode: "532323", idCardNumber: "53232319900101001X", name: "某人" };
const at = ({ followedId }: CountyObjects) => `/placements/${followedId}`;

/** The ledger of placements: everybody who reads it opens a line, the county's case officer writes it. */
export const PLACEMENT_ROWS: readonly Row[] = [
  {
    file: "placements/placement-evidence-file.ts",
    at: ({ evidenceId }) => `/placement-evidence/${evidenceId}/file`,
    guard: shown("placement.readEvidence"),
  },
  {
    file: "placements/placements.tsx",
    at: () => "/placements?state=all",
    guard: listed("placement.read"),
  },
  {
    file: "placements/placement.tsx",
    at,
    guard: hidden("placement.read"),
    posts: [
      post(WRITE, { version: "1" }, { version: "0" }),
      post(
        WRITE,
        { intent: "checkOverlaps", version: "1", seen: "1", reason: "两处均为非全日制" },
        { intent: "checkOverlaps", version: "1", seen: "1", reason: "" },
      ),
    ],
  },
  {
    file: "placements/edit-placement.tsx",
    at: (one) => `${at(one)}/edit`,
    guard: WRITE,
    posts: [post(WRITE, { ...FILING, version: "1" }, { ...FILING, version: "0" })],
  },
  {
    file: "placements/end-placement.tsx",
    at: (one) => `${at(one)}/end`,
    guard: WRITE,
    posts: [
      post(
        WRITE,
        { intent: "end", endedOn: "2020-06-10", reason: "OTHER", version: "1" },
        { intent: "end", endedOn: "2020-06-10", reason: "", version: "1" },
      ),
      post(WRITE, { intent: "reopen", reason: "登记错人", version: "1" }, { intent: "reopen" }),
    ],
  },
  {
    file: "placements/placement-evidence.tsx",
    at: (one) => `${at(one)}/evidence`,
    guard: hidden("placement.read"),
    // Uploading, and who may void what, is held by tests of its own: the address names no piece.
    posts: [post(hidden("placement.read"), { evidenceId: NOBODY }, { evidenceId: NOBODY })],
  },
  {
    file: "placements/remove-placement.tsx",
    at: (one) => `${at(one)}/remove`,
    guard: WRITE,
    posts: [post(WRITE, { reason: "重复登记", version: "1" }, { reason: "", version: "1" })],
  },
  {
    file: "placements/batch-for-many.tsx",
    at: () => "/placements/batch",
    guard: listed("placement.write"),
    posts: [post(listed("placement.write"), {}, {})],
  },
  {
    file: "placements/evidence-for-many.tsx",
    at: () => "/placements/evidence",
    guard: listed("placement.write"),
    posts: [post(listed("placement.write"), {}, {})],
  },
  {
    file: "placements/new-placement.tsx",
    at: () => "/placements/new",
    guard: listed("placement.write"),
    posts: [
      post(
        listed("placement.write"),
        { ...FILING, ...PERSON },
        { ...FILING, ...PERSON, idCardNumber: "1" },
      ),
      post(listed("placement.write"), { intent: "find", text: "某" }, { intent: "find", text: "" }),
    ],
  },
];
