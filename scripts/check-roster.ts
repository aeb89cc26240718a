import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { parseWrittenDate } from "~/domain/shared/written-date";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { dayInChina, now } from "~/platform/clock.server";
import { checkRosterFile } from "~/usecases/rosters/check-roster-file.server";
import type { NamedFile } from "~/data/registry/registry-file.server";
import { reportAsJson, reportAsText } from "~/domain/rosters/roster-report";

const USAGE =
  "用法：npm run -s roster:check -- 名册文件 [--layout training] [--registry 建档立卡导出文件] [--on 开班日期] [--json]";

/** Ends the program with 2: nothing was checked. */
class NothingChecked extends Error {}

interface Request {
  readonly roster: string;
  readonly registry: string | undefined;
  readonly classStartsOn: CalendarDate | null;
  readonly json: boolean;
}

function requestFrom(args: readonly string[]): Request {
  const { values, positionals } = parsed(args);
  const [roster, ...others] = positionals;
  if (roster === undefined || others.length > 0) throw new NothingChecked(USAGE);
  if (values.layout !== "training") {
    throw new NothingChecked(`没有“${values.layout}”这种名册，目前可用：training。\n${USAGE}`);
  }
  const classStartsOn = values.on === undefined ? null : parseWrittenDate(values.on);
  if (values.on !== undefined && classStartsOn === null) {
    throw new NothingChecked(`认不出日期“${values.on}”，请写成 2020-06-01 的样子。\n${USAGE}`);
  }
  return { roster, registry: values.registry, classStartsOn, json: values.json };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        layout: { type: "string", default: "training" },
        registry: { type: "string" },
        on: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
  } catch {
    throw new NothingChecked(USAGE);
  }
}

async function fileAt(path: string): Promise<NamedFile> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch {
    throw new NothingChecked(`打不开文件“${path}”。请检查路径和读取权限。`);
  }
}

async function main(): Promise<number> {
  const { roster, registry, classStartsOn, json } = requestFrom(process.argv.slice(2));
  const checked = await checkRosterFile({
    roster: await fileAt(roster),
    registry: registry === undefined ? null : await fileAt(registry),
    classStartsOn,
    today: dayInChina(now()),
  });
  if (!checked.ok) {
    const { file, message } = checked.refusal;
    throw new NothingChecked(`无法读取“${file}”：${message}`);
  }
  const report = checked.value;
  const text = json ? reportAsJson(report) : reportAsText(report);
  process.stdout.write(`${text}\n`);
  return report.findings.some((finding) => finding.severity === "refused") ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // A surprise must not pass for "some rows refused", which is exit 1.
  const surprise = error instanceof Error ? error.stack : String(error);
  const message =
    error instanceof NothingChecked ? error.message : `程序出错，没有查验：${surprise}`;
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
