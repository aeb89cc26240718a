import { SPOT_CHECK_OUTCOME_LABELS, type SpotCheckOutcome } from "./spot-check";
import {
  SUPERVISION_PARTY_LABELS,
  SUPERVISION_WAY_LABELS,
  type SupervisionParty,
  type SupervisionWay,
} from "./supervision";

export interface SupervisionSheetClass {
  readonly label: string;
  readonly countyName: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface SupervisionSheetRecord {
  readonly party: SupervisionParty;
  readonly way: SupervisionWay;
  readonly heldOn: string;
  readonly sessionLabel: string | null;
  readonly headcountSeen: number | null;
  readonly observations: string;
  readonly problems: string;
  readonly advice: string;
  readonly sampleSeed: string;
  readonly signerName: string;
  readonly signerOffice: string;
  readonly people: readonly {
    readonly lineNo: number;
    readonly name: string;
    readonly outcome: SpotCheckOutcome;
    readonly note: string;
  }[];
}

/** One row of the form 监督记录. */
export interface SupervisionSheetRow {
  readonly term: string;
  /** Lines of text; empty on the blank form, for handwriting. */
  readonly lines: readonly string[];
  /** Room for several lines of handwriting. */
  readonly isTall: boolean;
}

const BLANK_WAYS = Object.values(SUPERVISION_WAY_LABELS).map((way) => `□ ${way}`);
const BLANK_PARTIES = Object.values(SUPERVISION_PARTY_LABELS).map((party) => `□ ${party}`);
/** Rows for trainees on the blank form. */
const BLANK_PEOPLE = 5;

/** The form 监督记录 of a class: filled from a record, or blank to be filled in by hand. */
export function supervisionSheet(
  one: SupervisionSheetClass,
  record: SupervisionSheetRecord | null,
): readonly SupervisionSheetRow[] {
  const row = (term: string, filled: string | undefined, isTall = false) => ({
    ...{ term, isTall },
    lines: filled === undefined ? [] : [filled],
  });
  const party = record && SUPERVISION_PARTY_LABELS[record.party];
  const way = record && SUPERVISION_WAY_LABELS[record.way];
  const seen = record?.headcountSeen;
  return [
    row("培训班", `${one.countyName} ${one.label}`),
    row("培训期", `${one.startsOn} 至 ${one.endsOn}`),
    row("监督方", party ?? BLANK_PARTIES.join("　　")),
    row("监督方式", way ?? BLANK_WAYS.join("　　")),
    row("监督日期", record?.heldOn),
    row("课次", record ? (record.sessionLabel ?? "–") : undefined),
    row("现场人数", record ? (typeof seen === "number" ? `${seen} 人` : "–") : undefined),
    { term: "抽查学员", lines: peopleLines(record), isTall: false },
    row("监督情况", record?.observations, true),
    row("发现的问题", record ? record.problems || "无" : undefined, true),
    row("整改意见", record ? record.advice || "无" : undefined, true),
    row("监督人签字", record ? `${record.signerName}（${record.signerOffice}）` : undefined, true),
  ];
}

function peopleLines(record: SupervisionSheetRecord | null): readonly string[] {
  if (record === null) {
    return Array.from({ length: BLANK_PEOPLE }, (_, at) => `${at + 1}. 姓名　　　　　　　结果`);
  }
  if (record.people.length === 0) return ["未抽查"];
  const asked = record.people.map(({ lineNo, name, outcome, note }) => {
    const said = SPOT_CHECK_OUTCOME_LABELS[outcome];
    return `第 ${lineNo} 号 ${name}：${said}${note === "" ? "" : `（${note}）`}`;
  });
  return [...asked, `随机种子 ${record.sampleSeed}`];
}
