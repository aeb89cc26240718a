import type { SealManifest } from "./seal";

/** A row that is not as it was sealed. Values are not told: they may be personal. */
export interface SealDifference {
  /** Table of the database. */
  readonly table: string;
  /** Its key: one id, or two joined by a slash. */
  readonly row: string;
  readonly how: "changed" | "removed" | "added";
  /** Fields of the manifest that differ; empty for a row that is gone or new. */
  readonly fields: readonly string[];
  /** The line it belongs to, where there is one. */
  readonly lineNo: number | null;
}

type Item = Readonly<Record<string, unknown>>;

/** The lists of the manifest: their table, and the fields that name a row. */
const LISTS = {
  documents: ["class_document", ["id"]],
  lines: ["roster_line", ["id"]],
  verifications: ["verification", ["id"]],
  batches: ["verification_batch", ["id"]],
  proofs: ["acknowledgement", ["id"]],
  pages: ["scan_page", ["id"]],
  sessions: ["class_session", ["id"]],
  attendance: ["attendance", ["sessionId", "lineId"]],
  corrections: ["attendance_correction", ["id"]],
  results: ["completion_result", ["lineId"]],
  supervision: ["supervision_record", ["id"]],
  spotChecks: ["spot_check_person", ["recordId", "lineId"]],
  media: ["media_item", ["id"]],
  notices: ["consent_notice", ["id"]],
} as const satisfies Partial<Record<keyof SealManifest, readonly [string, readonly string[]]>>;

/** Every row in which the two manifests differ, in the order of the sealed one; salts are not compared. */
export function sealDifferences(
  sealed: SealManifest,
  present: SealManifest,
): readonly SealDifference[] {
  const { roster, filing } = sealed;
  const names = Object.keys(LISTS) as (keyof typeof LISTS)[];
  return differencesOf({
    lines: [...present.lines, ...sealed.lines],
    singles: [
      { table: "roster", row: roster.id, before: roster, after: present.roster },
      { table: "training_class", row: roster.classId, before: filing, after: present.filing },
    ],
    lists: names.map((name) => ({ of: LISTS[name], before: sealed[name], after: present[name] })),
  });
}

/** Two manifests of one kind, taken apart into what stands in them once and what stands in lists. */
export interface ComparedManifests {
  /** Numbers of the lines, sealed or present. */
  readonly lines: readonly { readonly id: string; readonly lineNo: number }[];
  readonly singles: readonly {
    readonly table: string;
    readonly row: string;
    readonly before: object;
    readonly after: object;
  }[];
  readonly lists: readonly {
    /** Its table, and the fields that name a row. */
    readonly of: readonly [table: string, key: readonly string[]];
    readonly before: readonly object[];
    readonly after: readonly object[];
  }[];
}

export function differencesOf(both: ComparedManifests): readonly SealDifference[] {
  const numbers = new Map(both.lines.map(({ id, lineNo }) => [id, lineNo]));
  const items = (list: readonly object[]) => list.map((one): Item => ({ ...one }));
  return [
    ...both.singles.flatMap(({ table, row, before, after }): SealDifference[] => {
      const fields = changedFields({ ...before }, { ...after });
      return fields.length === 0 ? [] : [{ table, row, how: "changed", fields, lineNo: null }];
    }),
    ...both.lists.flatMap(({ of, before, after }) =>
      compared(of, items(before), items(after), numbers),
    ),
  ];
}

/** Tables whose own rows are the lines. */
const LINES: readonly string[] = ["roster_line", "wage_line"];

function compared(
  [table, key]: readonly [string, readonly string[]],
  before: readonly Item[],
  after: readonly Item[],
  numbers: ReadonlyMap<string, number>,
): readonly SealDifference[] {
  const keyOf = (item: Item) => key.map((field) => String(item[field])).join("/");
  const present = new Map(after.map((item) => [keyOf(item), item]));
  const sealed = new Set(before.map(keyOf));
  const lineNo = (item: Item) =>
    numbers.get(String(LINES.includes(table) ? item["id"] : item["lineId"])) ?? null;
  const lost = before.flatMap((item): SealDifference[] => {
    const row = keyOf(item);
    const now = present.get(row);
    const facts = { table, row, lineNo: lineNo(item) };
    if (now === undefined) return [{ ...facts, how: "removed", fields: [] }];
    const fields = changedFields(item, now);
    return fields.length === 0 ? [] : [{ ...facts, how: "changed", fields }];
  });
  const added = after
    .filter((item) => !sealed.has(keyOf(item)))
    .map((item) => ({
      ...{ table, row: keyOf(item), lineNo: lineNo(item), fields: [] },
      how: "added" as const,
    }));
  return [...lost, ...added];
}

/** All values of an item are plain: they differ when they are not the same. */
function changedFields(before: Item, after: Item): readonly string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => before[field] !== after[field]);
}
