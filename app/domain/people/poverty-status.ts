import { withoutBlanks } from "../shared/cell-text";

/** Category under which the poverty registry carries a person. */
export const POVERTY_STATUSES = [
  "REGISTERED_POOR",
  "LIFTED",
  "UNSTABLE_EXIT",
  "AT_RISK",
  "SUDDEN_HARDSHIP",
] as const;

export type PovertyStatus = (typeof POVERTY_STATUSES)[number];

/** As registry exports and rosters print them. */
export const POVERTY_STATUS_LABELS: Readonly<Record<PovertyStatus, string>> = {
  REGISTERED_POOR: "未脱贫",
  LIFTED: "已脱贫",
  UNSTABLE_EXIT: "脱贫不稳定户",
  AT_RISK: "边缘易致贫户",
  SUDDEN_HARDSHIP: "突发严重困难户",
};

/** The labels in order, for drop-downs. */
export const POVERTY_STATUS_CHOICES: readonly string[] = POVERTY_STATUSES.map(
  (status) => POVERTY_STATUS_LABELS[status],
);

const SPELLINGS = new Map<string, PovertyStatus>([
  ["未脱贫", "REGISTERED_POOR"],
  ["贫困", "REGISTERED_POOR"],
  ["建档立卡", "REGISTERED_POOR"],
  ["建档立卡贫困", "REGISTERED_POOR"],
  ["已脱贫", "LIFTED"],
  ["脱贫", "LIFTED"],
  ["已脱贫享受政策", "LIFTED"],
  ["已脱贫不享受政策", "LIFTED"],
  ["脱贫不稳定", "UNSTABLE_EXIT"],
  ["不稳定脱贫", "UNSTABLE_EXIT"],
  ["边缘易致贫", "AT_RISK"],
  ["边缘", "AT_RISK"],
  ["突发严重困难", "SUDDEN_HARDSHIP"],
  ["突发困难", "SUDDEN_HARDSHIP"],
]);

/** The category that a cell names, with or without 户 / 人口 / 人员 at its end; null when none. */
export function parsePovertyStatus(text: string): PovertyStatus | null {
  return SPELLINGS.get(text) ?? SPELLINGS.get(bare(text)) ?? null;
}

function bare(text: string): string {
  return withoutBlanks(text)
    .replace(/[()（）、,，]/g, "")
    .replace(/(?:户|人口|人员|家庭|监测户|监测对象)+$/, "");
}
