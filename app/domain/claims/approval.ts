/** The two offices that approve (曲财农〔2020〕31号 四(三)1: 人社、扶贫部门统筹使用). */
export type ApprovingOffice = "HRSS" | "POVERTY";

export const APPROVING_OFFICE_LABELS: Readonly<Record<ApprovingOffice, string>> = {
  HRSS: "人社部门",
  POVERTY: "扶贫（沪滇协作）部门",
};
