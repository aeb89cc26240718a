import { endReasonLabel } from "../placements/ending";
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
import { fen, yuanDigits } from "../shared/fen";
import { SEX_LABELS } from "../shared/sex";
import type { PlacementField } from "./layouts/placement";

/** One line of the ledger as exports write it; texts are empty where nothing is known. */
export interface LedgerLine {
  readonly countyName: string;
  readonly township: string;
  readonly village: string;
  readonly name: string;
  readonly sex: string;
  readonly workProvince: string;
  readonly workplace: string;
  readonly employerName: string;
  readonly creditCode: string;
  readonly jobTitle: string;
  /** In fen. */
  readonly monthlyWageFen: number | null;
  /** `YYYY-MM-DD`. */
  readonly startedOn: string;
  readonly contractKind: ContractKind;
  readonly form: PlacementForm;
  readonly workerGroup: WorkerGroup;
  readonly arrangement: Arrangement;
  readonly contractFrom: string | null;
  readonly contractTo: string | null;
  readonly endedOn: string | null;
  readonly endReason: string;
  readonly batchName: string;
  readonly note: string;
}

/** What the cells of a line hold, column by column; an import reads them back as they were. */
export function ledgerTexts(
  line: LedgerLine,
  numbers: { readonly idCardNumber: string; readonly phone: string },
  sequence: number,
): Readonly<Record<PlacementField, string>> {
  const { sex, monthlyWageFen } = line;
  return {
    ...numbers,
    sequence: String(sequence),
    county: line.countyName,
    township: line.township,
    village: line.village,
    name: line.name,
    sex: sex === "MALE" || sex === "FEMALE" ? SEX_LABELS[sex] : "",
    workProvince: line.workProvince,
    workPrefecture: "",
    workplace: line.workplace,
    employer: line.employerName,
    creditCode: line.creditCode,
    jobTitle: line.jobTitle,
    monthlyWage: monthlyWageFen === null ? "" : yuanDigits(fen(monthlyWageFen)),
    startedOn: line.startedOn,
    contractKind: CONTRACT_LABELS[line.contractKind],
    form: FORM_LABELS[line.form],
    arrangement: ARRANGEMENT_LABELS[line.arrangement],
    publicPost: line.form === "PUBLIC_SERVICE" ? "是" : "否",
    workerGroup: WORKER_GROUP_LABELS[line.workerGroup],
    contractFrom: line.contractFrom ?? "",
    contractTo: line.contractTo ?? "",
    endedOn: line.endedOn ?? "",
    endReason: line.endedOn === null ? "" : endReasonLabel(line.endReason),
    batch: line.batchName,
    note: line.note,
  };
}

/** 2020年8月31日 */
export function cutOffText(on: string): string {
  const [year = "", month = "", date = ""] = on.split("-");
  return `统计截止：${year}年${Number(month)}月${Number(date)}日`;
}
