import { hidden, listed, post, shown, type Row } from "./access-row";
import { FAIR_TEXTS, STUDENT_TEXTS, workshopTexts } from "./access-world-cooperation";
import type { CountyObjects } from "./access-world";

const fair = ({ fairId }: CountyObjects) => `/job-fairs/${fairId}`;
const workshop = ({ workshopId }: CountyObjects) => `/workshops/${workshopId}`;
const student = ({ studentId }: CountyObjects) => `/students/${studentId}`;
const READ = hidden("placement.read");
const NOBODY = "00000000-0000-7000-8000-000000000000";

/** `intent` with the version that stands, and with one that does not. */
const both = (guard: ReturnType<typeof shown>, form: Record<string, string>) =>
  post(guard, { ...form, version: "1" }, { ...form, version: "0" });
const WRITES_FAIR = shown("jobFair.write");
const WRITES_WORKSHOP = shown("workshop.write");
const WRITES_STUDENT = shown("student.write");
const SET_ASIDE = { workFileId: NOBODY, reason: "传错" };

/** Job fairs, workshops, students and their proofs: everybody who reads placements reads them, the county writes. */
export const COOPERATION_ROWS: readonly Row[] = [
  { file: "employers/fairs/fairs.tsx", at: () => "/job-fairs", guard: listed("placement.read") },
  {
    file: "employers/fairs/fair.tsx",
    at: fair,
    guard: READ,
    posts: [
      both(WRITES_FAIR, { ...FAIR_TEXTS, intent: "change" }),
      both(WRITES_FAIR, { intent: "remove", reason: "重复登记" }),
    ],
  },
  {
    file: "employers/fairs/fair-employers.tsx",
    at: (one) => `${fair(one)}/employers`,
    guard: READ,
    posts: [
      post(
        WRITES_FAIR,
        { employerId: NOBODY, posts: "1", headcount: "1" },
        { employerId: NOBODY, posts: "1", headcount: "1" },
      ),
    ],
  },
  {
    file: "employers/fairs/fair-files.tsx",
    at: (one) => `${fair(one)}/files`,
    guard: READ,
    posts: [post(WRITES_FAIR, SET_ASIDE, null)],
  },
  {
    file: "employers/fairs/fair-participants.tsx",
    at: (one) => `${fair(one)}/participants`,
    guard: READ,
    posts: [
      post(WRITES_FAIR, { intent: "add", person: NOBODY }, { intent: "add" }),
      post(
        WRITES_FAIR,
        { intent: "outcome", outcome: "DECLINED", participantId: NOBODY, version: "1" },
        { intent: "outcome", outcome: "" },
      ),
    ],
  },
  {
    file: "employers/fairs/new-fair.tsx",
    at: () => "/job-fairs/new",
    guard: listed("jobFair.write"),
    posts: [
      post(
        listed("jobFair.write"),
        { ...FAIR_TEXTS, countyCode: "532323" },
        { ...FAIR_TEXTS, name: "" },
      ),
    ],
  },
  {
    file: "employers/students/students.tsx",
    at: () => "/students",
    guard: listed("placement.read"),
  },
  {
    file: "employers/students/student.tsx",
    at: student,
    guard: READ,
    posts: [
      both(WRITES_STUDENT, { ...STUDENT_TEXTS, intent: "change" }),
      both(WRITES_STUDENT, { intent: "step", kind: "CONTACT", doneOn: "2020-06-01" }),
      both(WRITES_STUDENT, { intent: "remove", reason: "登记有误" }),
    ],
  },
  {
    file: "employers/students/student-files.tsx",
    at: (one) => `${student(one)}/files`,
    guard: READ,
    posts: [post(WRITES_STUDENT, SET_ASIDE, null)],
  },
  {
    file: "employers/students/new-student.tsx",
    at: () => "/students/new",
    guard: listed("student.write"),
    posts: [
      post(
        listed("student.write"),
        { ...STUDENT_TEXTS, intent: "register", personId: NOBODY },
        { ...STUDENT_TEXTS, intent: "register", personId: NOBODY },
      ),
    ],
  },
  {
    file: "employers/work-files/work-file.ts",
    at: ({ workFileId }) => `/work-files/${workFileId}/file`,
    guard: shown("placement.readEvidence"),
  },
  {
    file: "employers/workshops/workshops.tsx",
    at: () => "/workshops",
    guard: listed("placement.read"),
  },
  {
    file: "employers/workshops/workshop.tsx",
    at: workshop,
    guard: READ,
    posts: [
      post(
        WRITES_WORKSHOP,
        { ...workshopTexts("532323"), intent: "change", version: "1" },
        { ...workshopTexts("532323"), intent: "change", version: "0" },
      ),
      both(WRITES_WORKSHOP, { intent: "withdraw", withdrawnOn: "2020-06-01", reason: "停产" }),
    ],
  },
  {
    file: "employers/workshops/workshop-files.tsx",
    at: (one) => `${workshop(one)}/files`,
    guard: READ,
    posts: [post(WRITES_WORKSHOP, SET_ASIDE, null)],
  },
  {
    file: "employers/workshops/new-workshop.tsx",
    at: () => "/workshops/new",
    guard: listed("workshop.write"),
    posts: [
      post(
        listed("workshop.write"),
        { ...workshopTexts("532323"), employerId: NOBODY },
        { ...workshopTexts("532323"), employerId: NOBODY },
      ),
    ],
  },
];
