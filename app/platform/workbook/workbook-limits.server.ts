/** What one file may cost. Bytes are bytes, rows and columns are those that hold something. */
export interface WorkbookLimits {
  readonly maxFileBytes: number;
  /** Per part of the container, counted as it inflates. */
  readonly maxInflatedBytes: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly maxCellCharacters: number;
  readonly maxEntries: number;
}

const MEGABYTE = 1024 * 1024;

/** A roster: 50 MB, 200,000 rows, 200 columns. */
export const ROSTER_LIMITS: WorkbookLimits = {
  maxFileBytes: 50 * MEGABYTE,
  maxInflatedBytes: 1024 * MEGABYTE,
  maxRows: 200_000,
  maxColumns: 200,
  maxCellCharacters: 2_000,
  maxEntries: 10_000,
};

/** An export of the registry platform: 200 MB, 1,500,000 rows. */
export const REGISTRY_LIMITS: WorkbookLimits = {
  ...ROSTER_LIMITS,
  maxFileBytes: 200 * MEGABYTE,
  maxInflatedBytes: 4096 * MEGABYTE,
  maxRows: 1_500_000,
};

/** 200000 as `20 万行`, 1200 as `1200 行`: the way a limit is said. */
export function countInWords(count: number, unit: string): string {
  return count >= 10_000 && count % 1_000 === 0
    ? `${count / 10_000} 万${unit}`
    : `${count} ${unit}`;
}

/** Bytes as whole MB, the way a file manager shows them. */
export function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}
