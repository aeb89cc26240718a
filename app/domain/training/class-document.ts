/** A paper of the filing. */
export type DocumentKind = "coursePlan" | "employerOrder" | "other";

export const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  coursePlan: "培训方案",
  employerOrder: "用人单位订单",
  other: "其他",
};

export const DOCUMENT_KINDS = Object.keys(DOCUMENT_KIND_LABELS) as readonly DocumentKind[];

export function toDocumentKind(text: string): DocumentKind | null {
  return DOCUMENT_KINDS.find((kind) => kind === text) ?? null;
}

/** Endings of what officials keep papers in; anything that could run is left out. */
export const DOCUMENT_ENDINGS = [
  ...[".pdf", ".jpg", ".jpeg", ".png", ".doc", ".docx"],
  ...[".xls", ".xlsx", ".wps", ".et", ".ofd", ".zip"],
] as const;

export function isDocumentName(fileName: string): boolean {
  const lower = fileName.toLowerCase();
  return DOCUMENT_ENDINGS.some((ending) => lower.endsWith(ending));
}
