import { areaReader } from "~/data/funds/allocation-areas-view.server";
import { viewParentLine } from "~/data/funds/allocation-choices-view.server";
import {
  comparedCopy,
  viewStandingTable,
  type ComparedCopy,
} from "~/data/funds/copied-table-view.server";
import type { Actor } from "~/domain/access/actor";
import type { Allocation } from "~/domain/funds/allocation";
import { amountText } from "~/domain/funds/allocation-amount";
import { draftOf } from "~/domain/funds/allocation-draft";
import { balance, type Balance } from "~/domain/funds/balance";
import { fieldOfPlace } from "~/domain/funds/draft-places";
import { readDraft, type ReadDraft } from "~/domain/funds/read-draft";

type Texts = Readonly<Record<string, string>>;

export interface CheckedDraft {
  readonly table: Allocation;
  readonly errors: Texts;
  /** Null: a figure cannot be read, and sums over it would say nothing. */
  readonly balance: Balance | null;
  /** The document's table stands already: what was typed beside it. */
  readonly compared: ComparedCopy | null;
  /** The field of each figure that may be wrong, by its label. */
  readonly places: Texts;
}

export const NOTHING_CHECKED = { balance: null, compared: null, places: {} } as const;

/** What was typed, its sums, and how it differs from the table that the document has already. */
export async function checkDraft(actor: Actor, typed: Texts): Promise<CheckedDraft> {
  const money = typed["money"] === "YUAN" ? "YUAN" : "WAN";
  const regionCode = typed["regionCode"] ?? "";
  const read = readDraft(draftOf(typed), { money, ...areaReader(regionCode) });
  const { table, errors, origins, isUnreadable } = read;
  if (isUnreadable) return { table, errors, ...NOTHING_CHECKED };
  const parentRowId = typed["parentRowId"] ?? "";
  const result = balance(table, await viewParentLine(actor, parentRowId));
  const year = /^\d{4}$/.test(typed["year"] ?? "") ? Number(typed["year"]) : null;
  const documentId = typed["documentId"] ?? "";
  const asked = { documentId, regionCode, year };
  const standing = parentRowId === "" ? await viewStandingTable(actor, asked, table) : null;
  const compared = standing === null ? null : comparedCopy(standing, { table, origins });
  return { table, errors, balance: result, compared, places: placesOf(read, result) };
}

function placesOf({ table, origins }: ReadDraft, { suspects }: Balance): Texts {
  return Object.fromEntries(
    suspects.flatMap(({ place, label }) => {
      const field = fieldOfPlace(place, table, origins);
      return field === null ? [] : [[label, field]];
    }),
  );
}

/** Every wrong cell by its field: those that differ from the standing table, else the one that the sums give away. */
export function pointedAt({ balance: result, compared, places }: CheckedDraft): Texts {
  const told: Record<string, string> = {};
  const standing = compared?.isOfOther ? "另一文件的表" : "已录入的表";
  for (const { field, label, copy, original } of compared?.differences ?? []) {
    const message = `${label}：这里是 ${copy}，${standing}是 ${original}`;
    told[field] = told[field] === undefined ? message : `${told[field]}；${message}`;
  }
  const [only, ...others] = result?.suspects ?? [];
  if (compared !== null || only === undefined || others.length > 0) return told;
  const field = places[only.label];
  if (field === undefined) return told;
  const right = amountText(only.shouldBe, only.unit);
  return { [field]: `${only.label}：表上 ${amountText(only.stated, only.unit)}，应为 ${right}` };
}
