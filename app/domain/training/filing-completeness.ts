/** What must be filled in before a filing can be handed in. Plan and provider may be missing: that is a finding. */
export interface FiledFields {
  readonly place: string;
  readonly plannedHeadcount: number | null;
  readonly budgetFen: number | bigint | null;
  readonly fundSource: string;
  readonly implementerRegion: string;
  readonly responsibleOfficer: string;
}

/** The labels of the fields still empty, in the order of the form. */
export function missingInFiling(filed: FiledFields): readonly string[] {
  const fields: readonly (readonly [string, boolean])[] = [
    ["培训地点", filed.place === ""],
    ["计划人数", filed.plannedHeadcount === null],
    ["班次预算", filed.budgetFen === null],
    ["资金来源", filed.fundSource === ""],
    ["责任实施单位所在地", filed.implementerRegion === ""],
    ["责任人", filed.responsibleOfficer === ""],
  ];
  return fields.flatMap(([label, isMissing]) => (isMissing ? [label] : []));
}
