import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import type { Decision } from "~/domain/rosters/roster-import";
import { cancelJob } from "~/usecases/jobs/cancel-job.server";
import { abandonImport, recheckImport } from "~/usecases/rosters/reopen-import.server";
import { correctRows } from "~/usecases/rosters/correct-import-rows.server";
import { decideDifferences } from "~/usecases/rosters/decide-differences.server";
import { requestCommit, type CommitRefusal } from "~/usecases/rosters/request-commit.server";
import { readCorrections, readDecisions } from "./import-form-fields";

/** Every button of an import's page, by the form's `intent`. */
export async function handleImportForm(actor: Actor, id: string, form: FormData, now: Date) {
  const intent = String(form.get("intent"));
  if (intent === "correct") {
    const corrections = readCorrections(form);
    if (corrections.length === 0) return refuse("还没有填写任何更正");
    const outcome = await correctRows(actor, id, corrections, now);
    return outcome.ok
      ? back(id, `corrected-${outcome.value.corrected}`)
      : refuseAs(outcome.refusal);
  }
  if (intent === "decide" || intent === "keepAll" || intent === "takeAll") {
    const all: Decision = intent === "takeAll" ? "take" : "keep";
    const decisions = intent === "decide" ? { rows: readDecisions(form) } : { all };
    const outcome = await decideDifferences(actor, id, decisions, now);
    return outcome.ok ? back(id, `decided-${outcome.value.decided}`) : refuseAs(outcome.refusal);
  }
  if (intent === "commitAll" || intent === "commitGood") {
    const mode = intent === "commitAll" ? "all" : "goodOnly";
    const outcome = await requestCommit(actor, id, mode, now);
    return outcome.ok ? back(id) : refuseAs(outcome.refusal);
  }
  if (intent === "cancel") {
    const outcome = await cancelJob(actor, String(form.get("jobId")), now);
    return outcome.ok ? back(id) : refuse("这项处理已经结束，不能取消");
  }
  const outcome =
    intent === "abandon"
      ? await abandonImport(actor, id, now)
      : await recheckImport(actor, id, now);
  return outcome.ok ? back(id) : refuseAs(outcome.refusal);
}

function back(id: string, saved?: string) {
  return redirect(`/rosters/imports/${id}${saved === undefined ? "" : `?saved=${saved}`}`);
}

function refuse(message: string) {
  return data({ errors: { form: message } }, { status: 422 });
}

function refuseAs(refusal: CommitRefusal) {
  switch (refusal.kind) {
    case "notFound":
      throw data(null, { status: 404 });
    case "forbidden":
      throw data(null, { status: 403 });
    case "notOpen":
      return refuse("这次导入已经入册、被新版本替换或已放弃，不能再改");
    case "alreadyAsked":
      return refuse("正在处理中，请稍候");
    case "refusedRows":
      return refuse("还有不能入册的行。请先改正，或选择“只导入无错的行”");
    case "undecided":
      return refuse("还有与已有记录不一致的行没有选定，请在“与记录不一致”中逐行选择或一并选择");
    case "nothing":
      return refuse("没有可以入册的行");
  }
}
