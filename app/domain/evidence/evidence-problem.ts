/** Something that is not as it was left; for the operator and the auditor. */
export interface EvidenceProblem {
  /** Table of the database. */
  readonly table: string;
  /** Key of the row there. */
  readonly row: string;
  /** Where a reader finds it: 牟定县 家政服务员（第3期） 第 3 号 签字. Never a number of a person. */
  readonly place: string;
  /** Chinese: what is wrong. */
  readonly message: string;
}

/** How much was looked at, and what is wrong. */
export interface EvidenceReport {
  readonly files: number;
  readonly seals: number;
  readonly trailEvents: number;
  readonly problems: readonly EvidenceProblem[];
}

export const FILE_PURPOSE_LABELS: Readonly<Record<string, string>> = {
  roster: "导入的花名册",
  registry: "建档立卡数据",
  signature: "签字",
  fingerprint: "手印",
  acknowledgement: "签字手印",
  supervision: "监督记录签名",
  media: "影像",
  scan: "签字扫描件",
  seal: "封存清单",
  verification: "查验文件",
  classDocument: "开班材料",
};
