import { hidden, post, shown, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const supervision = ({ classId }: CountyObjects) => `/classes/${classId}/supervision`;
const record = (one: CountyObjects) => `${supervision(one)}/${one.supervisionId}`;
const verification = ({ classId }: CountyObjects) => `/classes/${classId}/verification`;
const batch = (one: CountyObjects) => `${verification(one)}/${one.batchId}`;
const FOLDERS = { supervision: "training/supervision", verification: "training/verification" };

/** Supervision and verification: everybody who sees the class reads them, few write, fewer see ink and numbers. */
export const CHECK_ROWS: readonly Row[] = [
  {
    file: `${FOLDERS.supervision}/supervision.tsx`,
    at: supervision,
    guard: hidden("class.read"),
  },
  {
    file: `${FOLDERS.supervision}/supervision-record.tsx`,
    at: record,
    guard: hidden("class.read"),
    posts: [post(shown("supervision.write"), { reason: "写错" }, { reason: "" })],
  },
  {
    file: `${FOLDERS.supervision}/supervision-picture.ts`,
    at: (one) => `${record(one)}/picture`,
    guard: shown("proof.read"),
  },
  {
    file: `${FOLDERS.supervision}/supervision-form.tsx`,
    at: (one) => `${supervision(one)}/form`,
    guard: shown("roster.print"),
    posts: [post(shown("roster.print"), { record: "" }, { record: "" })],
  },
  {
    file: `${FOLDERS.supervision}/supervision-form-file.ts`,
    at: (one) => `${supervision(one)}/form/file`,
    guard: "public",
    posts: [post(shown("roster.print"), { record: "" }, { record: "" })],
  },
  {
    file: `${FOLDERS.supervision}/new-supervision.tsx`,
    at: (one) => `${supervision(one)}/new`,
    guard: shown("supervision.write"),
    posts: [post(shown("supervision.write"), {}, null)],
  },
  {
    file: `${FOLDERS.supervision}/sampled-phones.tsx`,
    at: (one) => `${supervision(one)}/phones?sampled=1`,
    guard: shown("supervision.write"),
    posts: [post(shown("supervision.write"), {}, null)],
  },
  {
    file: `${FOLDERS.verification}/verification.tsx`,
    at: verification,
    guard: hidden("class.read"),
    posts: ["snapshot", "export"].map((intent) =>
      post(shown("verification.record"), { intent, event: "opening" }, null),
    ),
  },
  {
    file: `${FOLDERS.verification}/verification-batch.tsx`,
    at: batch,
    guard: hidden("class.read"),
    posts: [post(shown("verification.record"), {}, null)],
  },
  {
    file: `${FOLDERS.verification}/verification-file.ts`,
    at: (one) => `${batch(one)}/files/list`,
    guard: shown("people.revealNumber"),
  },
];
