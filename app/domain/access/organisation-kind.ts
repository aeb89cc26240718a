/** What an organisation is, as far as the product tells them apart. */
export type OrganisationKind =
  | "hrssBureau"
  | "povertyOffice"
  | "cooperationOffice"
  | "labourStation"
  | "fieldOffice"
  | "financeBureau"
  | "auditOffice"
  | "other";

export const ORGANISATION_KIND_LABELS: Record<OrganisationKind, string> = {
  hrssBureau: "人社局",
  povertyOffice: "扶贫办（乡村振兴局）",
  cooperationOffice: "协作办",
  labourStation: "劳务工作站",
  fieldOffice: "援外机构",
  financeBureau: "财政局",
  auditOffice: "审计机关",
  other: "其他单位",
};

/** Every kind, in the order of the labels. */
export const ORGANISATION_KINDS = Object.keys(
  ORGANISATION_KIND_LABELS,
) as readonly OrganisationKind[];

/** Text from a form or a table as a kind, or null. */
export function toOrganisationKind(text: string): OrganisationKind | null {
  return ORGANISATION_KINDS.find((kind) => kind === text) ?? null;
}
