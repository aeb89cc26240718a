import { factSheet } from "~/data/rosters/layout-workbook.server";
import type { CopyMark } from "~/data/rosters/copy-mark.server";
import type { Actor } from "~/domain/access/actor";
import { isBlocking, ruleOf, ruleTitle } from "~/domain/claims/stored-verdict";
import { notAskedOf } from "~/domain/claims/not-asked";
import { byReference } from "~/domain/rules/by-reference";
import { citationText } from "~/domain/rules/citation-text";
import { VERDICT_LABELS } from "~/domain/rules/rule";
import { PARAMETERS, toParameterId } from "~/domain/rules/parameter";
import { yuanColumn } from "~/domain/shared/fen";
import {
  writeWorkbook,
  type SheetSpec,
  type WriteCell,
} from "~/platform/workbook/write-workbook.server";
import type { RunReport, RunLineTold } from "./run-report.server";

interface Copy {
  readonly actor: Actor;
  readonly mark: CopyMark;
  readonly label: string;
  readonly countyCode: string;
  readonly report: RunReport;
  readonly lines: readonly RunLineTold[];
  /** Masked ID numbers by person. */
  readonly masked: ReadonlyMap<string, string>;
}

/** A report as a file: by rule, by line, passing ones too, with every verdict that is not a pass, the numbers it went by, and this copy. */
export function reportWorkbook(copy: Copy) {
  const { actor, mark, label, report } = copy;
  const facts = factSheet("导出说明", [
    ["申领", label],
    [
      "核查",
      `第 ${report.number} 次，${report.ranByName}，标准按各事项当日执行的（截至 ${report.asOf} 录入）`,
    ],
    [
      "明细",
      `${report.lineCount} 条：不能报送 ${report.blockedLines} 条，要说明 ${report.warnedLines} 条；其中无法判断 ${report.unknownLines} 条`,
    ],
    ["号码", "身份证号已隐去中间数字"],
    ["导出人", `${actor.name}（${actor.organisationName}）`],
    ["导出时间", mark.madeAt],
    ["份号", mark.copyNo],
    ["保管要求", "含个人信息，仅供办理本批申领使用，用后删除；本次导出已留痕。"],
  ]);
  const sheets = [
    rulesSheet(report, copy.countyCode),
    linesSheet(copy),
    numbersSheet(report),
    facts,
  ];
  return { fileName: `${label}核查报告_${mark.copyNo}.xlsx`, bytes: writeWorkbook(sheets) };
}

const EMPTY = ["", "", "", ""] as const;

const count = (value: number): WriteCell => ({ text: String(value), style: "count" });

/** Clause of a rule, with where the document binds if not here. */
function clauseOf(id: string, countyCode: string): string {
  const citation = ruleOf(id)?.citation ?? null;
  if (citation === null) return "";
  const reference = byReference(citation, countyCode);
  return `${citationText(citation)}${reference === null ? "" : `（${reference}）`}`;
}

function rulesSheet({ rules, lineCount }: RunReport, countyCode: string): SheetSpec {
  const head = [
    "规则",
    "依据",
    "处理",
    "不符合",
    "无法判断",
    "符合",
    "不适用",
    "不适用的原因",
    "首先不符合",
    "比上次新增",
    "比上次消除",
  ];
  return sheet("按规则", [36, 34, 10, 8, 10, 8, 8, 34, 12, 12, 12], head, () =>
    rules.map((row) => {
      const rule = ruleOf(row.rule);
      const { notAsked, whyNotAsked } = notAskedOf(row, lineCount);
      const counts = [row.fail, row.unknown, row.pass, notAsked].map(count);
      const moved = [row.first, row.appeared, row.gone].map(count);
      const handled = rule?.severity === "warn" ? "要说明" : "不能报送";
      const clause = clauseOf(row.rule, countyCode);
      return [ruleTitle(row.rule), clause, handled, ...counts, whyNotAsked, ...moved];
    }),
  );
}

function linesSheet({ lines, masked, report, countyCode }: Copy): SheetSpec {
  const head = [
    "核查次数",
    "序号",
    "姓名",
    "证件号码",
    "补贴期间",
    "金额（元）",
    "规则",
    "结论",
    "处理",
    "算式和事实",
    "依据数值",
    "依据条款",
  ];
  return sheet("按明细", [10, 8, 12, 22, 26, 12, 34, 10, 10, 50, 50, 44], head, function* () {
    for (const line of lines) {
      const { lineNo, name, personId, periodFrom, periodTo, amountFen } = line;
      const own = [
        count(report.number),
        count(lineNo),
        name,
        masked.get(personId) ?? "",
        `${periodFrom} 至 ${periodTo}`,
        { text: yuanColumn(amountFen), style: "money" as const },
      ];
      // What passes is on the paper too: that it was checked, and all of it.
      if (line.verdicts.length === 0) yield [...own, "全部规则", VERDICT_LABELS.pass, ...EMPTY];
      for (const one of line.verdicts) {
        const inputs = one.inputs.map(({ label, value }) => `${label}：${value}`).join("；");
        yield [
          ...[...own, ruleTitle(one.rule), VERDICT_LABELS[one.verdict]],
          ...[isBlocking(one) ? "不能报送" : "要说明", one.message, inputs],
          clauseOf(one.rule, countyCode),
        ];
      }
    }
  });
}

function numbersSheet({ numbers }: RunReport): SheetSpec {
  return sheet("标准参数", [34, 12, 12, 14, 50], ["参数", "数值", "单位", "起始日", "依据"], () =>
    numbers.map(({ parameter, value, fromOn, source }) => {
      const id = toParameterId(parameter);
      const { label, unit } = id === null ? { label: parameter, unit: "" } : PARAMETERS[id];
      return [
        label,
        { text: String(value), style: "number" as const },
        unit,
        fromOn ?? "",
        source ?? "本系统定义",
      ];
    }),
  );
}

function sheet(
  name: string,
  widths: readonly number[],
  head: readonly string[],
  rows: () => Iterable<readonly (string | WriteCell)[]>,
): SheetSpec {
  function* all() {
    yield { cells: head.map((text) => ({ text, style: "header" as const })) };
    for (const row of rows()) {
      yield { cells: row.map((cell) => (typeof cell === "string" ? { text: cell } : cell)) };
    }
  }
  const columns = widths.map((width) => ({ width }));
  return {
    name,
    columns,
    frozenRows: 1,
    paper: { orientation: "landscape", headRows: 1 },
    rows: all(),
  };
}
