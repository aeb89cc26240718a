import { hidden, listed, post, shown, type Row } from "./access-row";
import { ACCOUNT_ROWS } from "./access-rows-account";
import { CLAIM_FLOW_ROWS } from "./access-rows-claim-flow";
import { CLAIM_ROWS } from "./access-rows-claims";
import { COOPERATION_ROWS } from "./access-rows-cooperation";
import { ALLOCATION_ROWS, DOCUMENT_ROWS } from "./access-rows-documents";
import { EMPLOYER_ROWS } from "./access-rows-employers";
import { FOLLOW_UP_ROWS } from "./access-rows-follow-ups";
import { FILING_ROWS } from "./access-rows-filing";
import { CHECK_ROWS } from "./access-rows-checks";
import { LEDGER_ROWS } from "./access-rows-ledger";
import { MEDIA_ROWS } from "./access-rows-media";
import { PLACEMENT_ROWS } from "./access-rows-placements";
import { POST_BOARD_ROWS } from "./access-rows-post-board";
import { POST_ROWS } from "./access-rows-posts";
import { RECONCILIATION_ROWS } from "./access-rows-reconciliation";
import { POT_ROWS } from "./access-rows-pots";
import { RULE_ROWS } from "./access-rows-rules";
import { SCAN_ROWS } from "./access-rows-scans";
import { SEALING_ROWS } from "./access-rows-sealing";
import { SESSION_ROWS } from "./access-rows-sessions";
import { SIGNING_ROWS } from "./access-rows-signing";
import { TARGET_ROWS } from "./access-rows-targets";
import { WAGE_ROWS } from "./access-rows-wages";

const CLASS = { name: "班", term: "第9期", trade: "电工", place: "", providerName: "" };
const DAYS = { startsOn: "2020-06-01", endsOn: "2020-06-15" };
const NOBODY = "00000000-0000-7000-8000-000000000000";

/** One row per route, in the order of app/routes.ts. */
export const ROWS: readonly Row[] = [
  { file: "home/home.tsx", at: () => "/", guard: "anybody" },
  ...ACCOUNT_ROWS,
  ...ALLOCATION_ROWS,
  ...CLAIM_FLOW_ROWS,
  ...CLAIM_ROWS,
  { file: "training/classes.tsx", at: () => "/classes", guard: listed("class.read") },
  {
    file: "training/class.tsx",
    at: ({ classId }) => `/classes/${classId}`,
    guard: hidden("class.read"),
  },
  ...SESSION_ROWS,
  {
    file: "training/new-class.tsx",
    at: () => "/classes/new",
    guard: listed("class.write"),
    posts: [
      post(
        listed("class.write"),
        { ...CLASS, ...DAYS, countyCode: "532323" },
        { ...CLASS, name: "" },
      ),
    ],
  },
  {
    file: "access/organisations.tsx",
    at: () => "/organisations",
    guard: listed("organisation.manage"),
    administered: true,
  },
  {
    file: "access/organisation.tsx",
    at: ({ organisationId }) => `/organisations/${organisationId}`,
    guard: listed("organisation.manage"),
    administered: true,
    posts: [
      post(
        listed("organisation.manage"),
        { name: "改名", kind: "other", regionCode: "532323", version: "1" },
        { name: "" },
      ),
    ],
  },
  {
    file: "access/new-organisation.tsx",
    at: () => "/organisations/new",
    guard: listed("organisation.manage"),
    posts: [
      post(
        listed("organisation.manage"),
        { name: "新局", kind: "other", regionCode: "530381" },
        { name: "新局", kind: "other", regionCode: "530381" },
      ),
    ],
  },
  {
    file: "people/people.tsx",
    at: () => "/people",
    guard: listed("people.read"),
    posts: [post(listed("people.read"), { q: "110101199001011237" }, { q: "沙马" })],
  },
  {
    file: "people/person.tsx",
    at: ({ personId }) => `/people/${personId}`,
    guard: shown("people.read"),
  },
  {
    file: "people/reveal.tsx",
    at: ({ personId }) => `/people/${personId}/reveal`,
    guard: shown("people.revealNumber"),
    posts: [post(shown("people.revealNumber"), { reason: "核对开户" }, { reason: "" })],
  },
  ...RECONCILIATION_ROWS,
  { file: "regions/counties.tsx", at: () => "/regions", guard: "anybody" },
  {
    file: "regions/county.tsx",
    at: ({ county }) => `/regions/${county}`,
    guard: "anybody",
    noPerson: true,
    posts: [
      post(shown("region.write"), { intent: "lines", lines: "532323109 乡" }, { intent: "lines" }),
      post(shown("region.write"), { intent: "fact", what: "310114" }, { intent: "fact" }),
    ],
  },
  { file: "registry/snapshots.tsx", at: () => "/registry", guard: listed("registry.read") },
  {
    file: "registry/snapshot.tsx",
    at: ({ snapshotId }) => `/registry/${snapshotId}`,
    guard: hidden("registry.read"),
    posts: [post(hidden("registry.read"), { q: "11010119900101123X" }, { q: "110101199001" })],
  },
  {
    file: "registry/import.tsx",
    at: () => "/registry/import",
    guard: listed("registry.import"),
    posts: [post(listed("registry.import"), { regionCode: "532323" }, null)],
  },
  {
    file: "rosters/list.tsx",
    at: () => "/rosters",
    guard: listed("roster.read"),
    posts: [post(listed("roster.read"), { find: "110101199001011237" }, { find: "沙马" })],
  },
  {
    file: "rosters/roster.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}`,
    guard: hidden("roster.read"),
    posts: [
      post(
        shown("roster.submit"),
        { intent: "submit", version: "1" },
        { intent: "submit", version: "0" },
      ),
      post(
        shown("roster.review"),
        { intent: "accept", version: "1" },
        { intent: "accept", version: "0" },
      ),
      post(
        shown("roster.review"),
        { intent: "return", version: "1", reason: "补正" },
        { intent: "return", version: "0", reason: "补正" },
      ),
    ],
  },
  {
    file: "rosters/export.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/export`,
    guard: shown("roster.export"),
  },
  {
    file: "rosters/export-file.ts",
    at: ({ rosterId }) => `/rosters/${rosterId}/export/file`,
    guard: "public",
    posts: [
      post(shown("roster.export"), { numbers: "masked" }, { numbers: "full" }),
      post(shown("roster.export"), { numbers: "full", reason: "核对" }, { numbers: "full" }),
    ],
  },
  {
    file: "rosters/remove-line.tsx",
    at: ({ rosterId, lineId }) => `/rosters/${rosterId}/lines/${lineId}/remove`,
    guard: shown("roster.edit"),
    posts: [post(shown("roster.edit"), { reason: "未到课" }, { reason: "" })],
  },
  {
    file: "rosters/print.tsx",
    at: ({ rosterId }) => `/rosters/${rosterId}/print`,
    guard: shown("roster.print"),
    posts: [post(shown("roster.print"), { purpose: "签字" }, { purpose: "" })],
  },
  {
    file: "rosters/import-upload.tsx",
    at: () => "/rosters/import",
    guard: listed("roster.import"),
    posts: [post(listed("roster.import"), { classId: NOBODY }, null)],
  },
  {
    file: "rosters/import.tsx",
    at: ({ importId }) => `/rosters/imports/${importId}`,
    guard: hidden("roster.import"),
    posts: ["commitAll", "commitGood", "keepAll", "takeAll", "abandon", "recheck"].map((intent) =>
      post(shown("roster.import"), { intent }, { intent: "correct" }),
    ),
  },
  {
    file: "rosters/import-changes.tsx",
    at: ({ importId }) => `/rosters/imports/${importId}/changes`,
    guard: hidden("roster.import"),
  },
  {
    file: "rosters/import-columns.tsx",
    at: ({ importId }) => `/rosters/imports/${importId}/columns`,
    guard: hidden("roster.import"),
    posts: [
      post(
        shown("roster.import"),
        { sheet: "名册", headerRow: "1", "column.0": "name", "column.1": "idCardNumber" },
        { sheet: "名册", headerRow: "1" },
      ),
    ],
  },
  ofImport("error-workbook"),
  ofImport("original"),
  { file: "rosters/template.ts", at: () => "/rosters/template", guard: "anybody" },
  { file: "access/sign-in.tsx", at: () => "/sign-in", guard: "public" },
  { file: "access/sign-out.tsx", at: () => "/sign-out", guard: "public" },
  { file: "trail/trail.tsx", at: () => "/trail", guard: listed("trail.read") },
  {
    file: "access/users.tsx",
    at: () => "/users",
    guard: listed("user.manage"),
    administered: true,
  },
  {
    file: "access/user.tsx",
    at: ({ userId }) => `/users/${userId}`,
    guard: listed("user.manage"),
    administered: true,
    posts: [
      ...["disable", "enable", "resetPassword"].map((intent) =>
        post(listed("user.manage"), { intent, version: "1" }, { intent: "change" }),
      ),
      post(
        listed("user.manage"),
        {
          intent: "grant",
          version: "1",
          role: "reviewer",
          regionCode: "532323",
          from: "2020-01-01",
          to: "",
        },
        { intent: "grant" },
      ),
    ],
  },
  {
    file: "access/new-user.tsx",
    at: () => "/users/new",
    guard: listed("user.manage"),
    posts: [
      post(
        listed("user.manage"),
        { account: "sock.puppet", name: "影子", organisationId: NOBODY },
        { account: "sock.puppet", name: "影子", organisationId: NOBODY },
      ),
    ],
  },
  ...COOPERATION_ROWS,
  ...DOCUMENT_ROWS,
  ...EMPLOYER_ROWS,
  ...FOLLOW_UP_ROWS,
  ...FILING_ROWS,
  ...CHECK_ROWS,
  ...LEDGER_ROWS,
  ...MEDIA_ROWS,
  ...PLACEMENT_ROWS,
  ...POST_BOARD_ROWS,
  ...POST_ROWS,
  ...POT_ROWS,
  ...RULE_ROWS,
  ...SCAN_ROWS,
  ...SEALING_ROWS,
  ...SIGNING_ROWS,
  ...TARGET_ROWS,
  ...WAGE_ROWS,
  { file: "frame/unknown.tsx", at: () => "/nowhere", guard: "public" },
];

/** Their forms begin and end the session that the matrix lives on, or need none; other tests hold them. */
export const HELD_ELSEWHERE = [
  "access/sign-in.tsx",
  "access/sign-out.tsx",
  "evidence/sign-line.tsx",
  "evidence/verify.tsx",
];

/** A file of an import: who may not import there is told so, as the import itself may be seen. */
function ofImport(name: string): Row {
  return {
    file: `rosters/import-${name}.ts`,
    at: ({ importId }) => `/rosters/imports/${importId}/${name}`,
    guard: shown("roster.import"),
  };
}
