import { hidden, listed, post, shown, type Row } from "./access-row";

const NOBODY = "00000000-0000-7000-8000-000000000000";
const EMPLOYER = { name: "某厂", kind: "ENTERPRISE", creditCode: "91310114EGLPXMHH7H" };
const VACANCY = {
  ...{ kind: "OPEN", title: "普工", workplaceCode: "310114", headcount: "3" },
  ...{ openFrom: "2020-06-01", openTo: "" },
};
const BATCH = { name: "又一批", organisedOn: "2020-06-01", workplaceCode: "" };
const change = (form: Record<string, string>, version: string) => ({
  ...form,
  ...{ intent: "change", version },
});

/** Employers and their vacancies are everybody's to read, wherever they are; batches are the county's. */
export const EMPLOYER_ROWS: readonly Row[] = [
  { file: "employers/employers.tsx", at: () => "/employers", guard: listed("employer.read") },
  {
    file: "employers/employer.tsx",
    at: ({ employerId }) => `/employers/${employerId}`,
    guard: listed("employer.read"),
    posts: [
      post(listed("employer.write"), change(EMPLOYER, "1"), change(EMPLOYER, "0")),
      post(listed("employer.revealPhone"), { intent: "revealPhone" }, { intent: "revealPhone" }),
    ],
  },
  {
    file: "employers/new-employer.tsx",
    at: () => "/employers/new",
    guard: listed("employer.write"),
    posts: [
      post(
        listed("employer.write"),
        { ...EMPLOYER, countyCode: "532323" },
        { ...EMPLOYER, countyCode: "532323", creditCode: "1" },
      ),
    ],
  },
  {
    file: "employers/labour-batches.tsx",
    at: () => "/labour-batches",
    guard: listed("placement.read"),
  },
  {
    file: "employers/labour-batch.tsx",
    at: ({ labourBatchId }) => `/labour-batches/${labourBatchId}`,
    guard: hidden("placement.read"),
    posts: [post(shown("placement.write"), change(BATCH, "1"), change(BATCH, "0"))],
  },
  {
    file: "employers/new-labour-batch.tsx",
    at: () => "/labour-batches/new",
    guard: listed("placement.write"),
    posts: [
      post(
        listed("placement.write"),
        { ...BATCH, countyCode: "532323", intermediaryId: NOBODY },
        { ...BATCH, countyCode: "532323", intermediaryId: NOBODY },
      ),
    ],
  },
  { file: "employers/vacancies.tsx", at: () => "/vacancies", guard: listed("employer.read") },
  {
    file: "employers/vacancy.tsx",
    at: ({ vacancyId }) => `/vacancies/${vacancyId}`,
    guard: listed("employer.read"),
    posts: [
      post(listed("vacancy.write"), change(VACANCY, "1"), change(VACANCY, "0")),
      post(
        listed("vacancy.write"),
        { intent: "close", version: "1", reason: "招满" },
        { intent: "close", version: "1", reason: "" },
      ),
    ],
  },
  {
    file: "employers/new-vacancy.tsx",
    at: () => "/vacancies/new",
    guard: listed("vacancy.write"),
    posts: [
      post(
        listed("vacancy.write"),
        { ...VACANCY, countyCode: "532323", employerId: NOBODY },
        { ...VACANCY, countyCode: "532323", employerId: NOBODY },
      ),
    ],
  },
];
