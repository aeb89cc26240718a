import {
  ARRANGEMENT_LABELS,
  CONTRACT_LABELS,
  FORM_LABELS,
  WORKER_GROUP_LABELS,
  type Arrangement,
  type ContractKind,
  type PlacementForm,
  type WorkerGroup,
} from "../placements/placement";
import { withNumbersMasked } from "../people/typed-number";
import { endReasonLabel } from "../placements/ending";
import { fen, yuanText } from "../shared/fen";
import { tidied } from "./declared-cells";
import { formOf, type PlacementFields } from "./placement-row";
import type { Difference } from "./roster-import";

/** A line of the ledger as it stands. */
export interface KnownPlacement {
  readonly id: string;
  readonly township: string;
  readonly village: string;
  readonly creditCode: string | null;
  readonly workplaceCode: string;
  readonly jobTitle: string;
  readonly monthlyWageFen: number | null;
  readonly contractKind: ContractKind;
  readonly arrangement: Arrangement;
  readonly form: PlacementForm;
  readonly workerGroup: WorkerGroup;
  readonly contractFrom: string | null;
  readonly contractTo: string | null;
  readonly endedOn: string | null;
  readonly endReason: string;
  readonly batchName: string;
  readonly note: string;
}

/** What the file says of the work, as far as it may differ from a line on record. */
export type GivenPlacement = PlacementFields & { readonly note: string };

/**
 * The form of employment that a line gets: as stated; else by contract and public post. A file without a column for
 * it cannot say 自主创业, so a line that has it keeps it.
 */
export function formToWrite(
  given: PlacementFields,
  known: Pick<KnownPlacement, "form" | "contractKind"> | null,
): PlacementForm | null {
  if (given.statedForm !== null) return given.statedForm;
  if (known === null) return formOf(given.contractKind, given.publicPost);
  if (given.publicPost === true) return "PUBLIC_SERVICE";
  if (known.form === "ENTREPRENEURSHIP") return known.form;
  if (known.form === "PUBLIC_SERVICE" && given.publicPost === null) return known.form;
  // As derived before, or as set by hand: only another contract or public post changes it.
  const isSame = (given.contractKind ?? known.contractKind) === known.contractKind;
  if (isSame && known.form !== "PUBLIC_SERVICE") return known.form;
  return formOf(given.contractKind ?? known.contractKind, false);
}

/** The fields in which a file differs from the line on record. A blank cell says nothing, so it differs from nothing. */
export function placementDifferences(
  given: GivenPlacement,
  known: KnownPlacement,
  placeName: (code: string) => string,
): Difference[] {
  const found: Difference[] = [];
  const add = (field: string, label: string, was: string, now: string) => {
    if (now !== "" && now !== was) found.push({ field, label, known: was || "（空）", given: now });
  };
  const form = formToWrite(given, known);
  add("township", "乡镇", asRead(known.township), given.township);
  add("village", "行政村", asRead(known.village), given.village);
  add("creditCode", "统一社会信用代码", known.creditCode ?? "", given.creditCode ?? "");
  if (given.workplaceCode !== null && given.workplaceCode !== known.workplaceCode) {
    add("workplace", "务工地", placeName(known.workplaceCode), placeName(given.workplaceCode));
  }
  add("jobTitle", "岗位", asRead(known.jobTitle), given.jobTitle);
  add("monthlyWage", "月工资", wageText(known.monthlyWageFen), wageText(given.monthlyWageFen));
  add(
    "contractKind",
    "合同类型",
    CONTRACT_LABELS[known.contractKind],
    labelled(CONTRACT_LABELS, given.contractKind),
  );
  add("form", "就业形式", FORM_LABELS[known.form], labelled(FORM_LABELS, form));
  add(
    "arrangement",
    "组织方式",
    ARRANGEMENT_LABELS[known.arrangement],
    labelled(ARRANGEMENT_LABELS, given.arrangement),
  );
  add(
    "workerGroup",
    "人员类别",
    WORKER_GROUP_LABELS[known.workerGroup],
    labelled(WORKER_GROUP_LABELS, given.workerGroup),
  );
  add("contractFrom", "合同起", known.contractFrom ?? "", given.contractFrom ?? "");
  add("contractTo", "合同止", known.contractTo ?? "", given.contractTo ?? "");
  add("endedOn", "离岗时间", known.endedOn ?? "", given.endedOn ?? "");
  const [was, now] = [known.endReason, given.endReason ?? ""].map(endReasonLabel);
  add("endReason", "离岗原因", was ?? "", now ?? "");
  add("batch", "输出批次", known.batchName, given.batchName);
  add("note", "备注", asRead(known.note), given.note);
  return found;
}

/** Free text as a file would bring it: typed by hand it may have line breaks. */
function asRead(text: string): string {
  return withNumbersMasked(tidied(text));
}

function labelled<Value extends string>(
  labels: Readonly<Record<Value, string>>,
  value: Value | null,
): string {
  return value === null ? "" : labels[value];
}

function wageText(amount: number | null): string {
  return amount === null ? "" : yuanText(fen(amount));
}
