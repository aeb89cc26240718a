import { factSheet } from "~/data/rosters/layout-workbook.server";
import type { CopyMark } from "~/data/rosters/copy-mark.server";
import type { Actor } from "~/domain/access/actor";
import { isBlocking, ruleOf, ruleTitle } from "~/domain/claims/stored-verdict";
import { VERDICT_LABELS } from "~/domain/rules/rule";
import { PARAMETERS, toParameterId } from "~/domain/rules/parameter";
import { yuanColumn } from "~/domain/shared/fen";
import { writeWorkbook, type SheetSpec } from "~/platform/workbook/write-workbook.server";
import type { RunReport, TroubledLine } from "./run-report.server";

interface Copy {
  readonly actor: Actor;
  readonly mark: CopyMark;
  readonly label: string;
  readonly report: RunReport;
  readonly lines: readonly TroubledLine[];
  /** Masked ID numbers by person. */
  readonly masked: ReadonlyMap<string, string>;
}

/** A report as a file: by rule, by line with every verdict that is not a pass, the numbers it went by, and this copy. */
export function reportWorkbook(copy: Copy) {
  const { actor, mark, label, report } = copy;
  const facts = factSheet("导出说明", [
    ["申领", label],
    ["核查", `第 ${report.number} 次，${report.ranByName}，按 ${report.asOf} 执行的标准`],
    [
      "明细",
      `${report.lineCount} 条：有不符合的 ${report.failLines} 条，有无法判断的 ${report.unknownLines} 条`,
    ],
    ["号码", "身份证号已隐去中间数字"],
    ["导出人", `${actor.name}（${actor.organisationName}）`],
    ["导出时间", mark.madeAt],
    ["份号", mark.copyNo],
    ["保管要求", "含个人信息，仅供办理本批申领使用，用后删除；本次导出已留痕。"],
  ]);
  const sheets = [rulesSheet(report), linesSheet(copy), numbersSheet(report), facts];
  return { fileName: `${label}核查报告_${mark.copyNo}.xlsx`, bytes: writeWorkbook(sheets) };
}

function rulesSheet({ rules }: RunReport): SheetSpec {
  const head = [
    "规则",
    "依据",
    "处理",
    "符合",
    "不符合",
    "无法判断",
    "首先不符合",
    "比上次新增",
    "比上次消除",
  ];
  return sheet("按规则", [36, 34, 10, 8, 8, 10, 12, 12, 12], head, () =>
    rules.map((row) => {
      const rule = ruleOf(row.rule);
      const clause =
        rule === null ? "" : `${rule.citation.document} ${rule.citation.clause}`.trim();
      const counts = [row.pass, row.fail, row.unknown, row.first, row.appeared, row.gone];
      const handled = rule?.severity === "warn" ? "要说明" : "不能报送";
      return [ruleTitle(row.rule), clause, handled, ...counts.map(String)];
    }),
  );
}

function linesSheet({ lines, masked }: Copy): SheetSpec {
  const head = [
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
  ];
  return sheet("按明细", [8, 12, 22, 26, 12, 34, 10, 10, 50, 50], head, function* () {
    for (const line of lines) {
      const { lineNo, name, personId, periodFrom, periodTo, amountFen } = line;
      const own = [
        String(lineNo),
        name,
        masked.get(personId) ?? "",
        `${periodFrom} 至 ${periodTo}`,
      ];
      for (const one of line.verdicts) {
        const inputs = one.inputs.map(({ label, value }) => `${label}：${value}`).join("；");
        yield [
          ...[...own, yuanColumn(amountFen), ruleTitle(one.rule), VERDICT_LABELS[one.verdict]],
          ...[isBlocking(one) ? "不能报送" : "要说明", one.message, inputs],
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
      return [label, String(value), unit, fromOn ?? "", source ?? "本系统定义"];
    }),
  );
}

function sheet(
  name: string,
  widths: readonly number[],
  head: readonly string[],
  rows: () => Iterable<readonly string[]>,
): SheetSpec {
  function* all() {
    yield { cells: head.map((text) => ({ text, style: "header" as const })) };
    for (const row of rows()) yield { cells: row.map((text) => ({ text })) };
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
