import { filingTexts } from "#test/builders/filing";
import { hidden, listed, post, shown, type Row } from "./access-row";

const NOBODY = "00000000-0000-7000-8000-000000000000";

const PLAN = {
  ...{ countyCode: "532323", year: "2020", title: "又一份计划", basis: "" },
  ...{ goal: "目标", schedule: "时间", duties: "责任", measures: "举措" },
  "item.0.trade": "电工",
  "item.0.classCount": "1",
  "item.0.headcount": "40",
  "item.0.budgetFen": "1000",
};
const PROVIDER = {
  ...{ countyCode: "532323", name: "某校", creditCode: "91350100M000100Y43", trades: "电工" },
  ...{ licenceNo: "", licenceTo: "", address: "", contactName: "" },
};
const FILING = filingTexts({ countyCode: "532323", planId: "", providerId: "" });
const VALUE = {
  ...{ intent: "enter", parameter: "class.maxHeadcount", regionCode: "532323", value: "50" },
  ...{ fromOn: "2020-01-01", toOn: "", source: "某文件" },
};
const SUSPENSION = { fromOn: "2020-06-01", toOn: "", reason: "整改", source: "检查记录" };

const step = (intent: string, version: string) => ({ intent, version, reason: "补正", seen: "" });
const stale = (intent: string) => step(intent, "0");

/** Plans, providers, parameters, and the filing of a class. */
export const FILING_ROWS: readonly Row[] = [
  {
    file: "training/filing.tsx",
    at: ({ classId }) => `/classes/${classId}/filing`,
    guard: hidden("class.read"),
    posts: [
      post(
        shown("class.write"),
        { ...FILING, intent: "file", version: "1" },
        { ...FILING, intent: "file", version: "0" },
      ),
      post(shown("class.write"), step("submit", "1"), stale("submit")),
      post(shown("class.review"), step("approve", "1"), stale("approve")),
      post(shown("class.review"), step("return", "1"), stale("return")),
    ],
  },
  {
    file: "training/class-documents.tsx",
    at: ({ classId }) => `/classes/${classId}/documents`,
    guard: hidden("class.read"),
    posts: [post(shown("class.write"), { kind: "other" }, null)],
  },
  {
    file: "training/class-document-file.ts",
    at: ({ classId, documentId }) => `/classes/${classId}/documents/${documentId}`,
    guard: hidden("class.read"),
  },
  {
    file: "rules/parameters.tsx",
    at: () => "/parameters",
    guard: listed("parameter.read"),
    posts: [
      post(listed("parameter.write"), VALUE, { ...VALUE, parameter: "" }),
      post(listed("parameter.write"), { intent: "withdraw", valueId: NOBODY }, null),
    ],
  },
  { file: "training/plans.tsx", at: () => "/plans", guard: listed("plan.read") },
  {
    file: "training/plan.tsx",
    at: ({ planId }) => `/plans/${planId}`,
    guard: hidden("plan.read"),
    posts: [
      post(
        shown("plan.write"),
        { ...PLAN, intent: "change", version: "1" },
        { ...PLAN, intent: "change", version: "0" },
      ),
      post(shown("plan.write"), step("submit", "1"), stale("submit")),
      post(shown("plan.review"), step("approve", "1"), stale("approve")),
      post(shown("plan.review"), step("return", "1"), stale("return")),
    ],
  },
  {
    file: "training/new-plan.tsx",
    at: () => "/plans/new",
    guard: listed("plan.write"),
    posts: [post(listed("plan.write"), PLAN, { ...PLAN, title: "" })],
  },
  { file: "training/providers.tsx", at: () => "/providers", guard: listed("provider.read") },
  {
    file: "training/provider.tsx",
    at: ({ providerId }) => `/providers/${providerId}`,
    guard: hidden("provider.read"),
    posts: [
      post(
        shown("provider.write"),
        { ...PROVIDER, intent: "change", version: "1" },
        { ...PROVIDER, intent: "change", version: "0" },
      ),
      post(
        shown("provider.suspend"),
        { ...SUSPENSION, intent: "suspend" },
        { ...SUSPENSION, intent: "suspend", reason: "" },
      ),
      post(
        shown("provider.suspend"),
        { intent: "resume", suspensionId: NOBODY, lastOn: "2020-07-01" },
        { intent: "resume", suspensionId: NOBODY, lastOn: "2020-07-01" },
      ),
    ],
  },
  {
    file: "training/new-provider.tsx",
    at: () => "/providers/new",
    guard: listed("provider.write"),
    posts: [post(listed("provider.write"), PROVIDER, { ...PROVIDER, creditCode: "1" })],
  },
];
