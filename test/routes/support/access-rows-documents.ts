import { foundingDocumentId } from "~/data/funds/founding-reference.server";
import { hidden, listed, post, shown, type Row } from "./access-row";
import { documentTexts } from "./access-world-documents";

const DOCUMENT = foundingDocumentId("沪合组办〔2020〕9号");
const FACTS = { ...documentTexts, regionCode: "532323" };
const VOID = { reason: "录错" };

/** Documents are read by everybody; what ships is nobody's to change. One document stands for all counties. */
export const DOCUMENT_ROWS: readonly Row[] = [
  { file: "funds/documents/documents.tsx", at: () => "/documents", guard: listed("document.read") },
  {
    file: "funds/documents/document.tsx",
    at: () => `/documents/${DOCUMENT}`,
    guard: listed("document.read"),
  },
  {
    file: "funds/documents/edit-document.tsx",
    at: (one) => `/documents/${one.policyDocumentId}/edit`,
    guard: shown("document.write"),
    posts: [post(shown("document.write"), { ...FACTS, version: "1" }, { ...FACTS, version: "0" })],
  },
  {
    file: "funds/documents/void-document.tsx",
    at: (one) => `/documents/${one.policyDocumentId}/void`,
    guard: shown("document.write"),
    posts: [post(shown("document.write"), { ...VOID, version: "1" }, { ...VOID, version: "0" })],
  },
  {
    file: "funds/documents/new-document.tsx",
    at: () => "/documents/new",
    guard: listed("document.write"),
    posts: [post(listed("document.write"), FACTS, { ...FACTS, title: "" })],
  },
];

const READ = { ...hidden("allocation.read"), first: true };

/** A county's table is seen in the county, above it, and by the district that assists it. */
export const ALLOCATION_ROWS: readonly Row[] = [
  {
    file: "funds/allocations/allocations.tsx",
    at: () => "/allocations",
    guard: listed("allocation.read"),
  },
  {
    file: "funds/allocations/allocation.tsx",
    at: (one) => `/allocations/${one.allocationTableId}`,
    guard: READ,
  },
  {
    file: "funds/allocations/allocation-file.ts",
    at: (one) => `/allocations/${one.allocationTableId}/file`,
    guard: READ,
  },
  {
    file: "funds/allocations/void-allocation.tsx",
    at: (one) => `/allocations/${one.allocationTableId}/void`,
    guard: shown("allocation.write"),
    posts: [post(shown("allocation.write"), { ...VOID, version: "1" }, { ...VOID, version: "0" })],
  },
  {
    file: "funds/allocations/new-allocation.tsx",
    at: () => "/allocations/new",
    guard: listed("allocation.write"),
    posts: [post(listed("allocation.write"), { intent: "save" }, { intent: "save" })],
  },
  { file: "funds/allocations/template.ts", at: () => "/allocations/template", guard: "anybody" },
];
