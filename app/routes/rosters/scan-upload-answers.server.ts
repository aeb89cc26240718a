import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { CLOSED_TEXTS } from "~/domain/evidence/signed-roster";
import type { ScanRefusal } from "~/domain/evidence/scan-refusal";
import type { Outcome } from "~/domain/shared/outcome";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { receiveScans } from "~/platform/http/receive-scans.server";
import { discardUploads } from "~/platform/http/receive-uploads.server";
import { decideClearPages } from "~/usecases/evidence/decide-clear-pages.server";
import { resumeScans } from "~/usecases/evidence/resume-scans.server";
import { uploadScans, type UploadScansRefusal } from "~/usecases/evidence/upload-scans.server";
import { cancelJob } from "~/usecases/jobs/cancel-job.server";
import { refusalText } from "./scan-answers.server";

type Answer = { readonly to: string } | { readonly errors: Readonly<Record<string, string>> };

/** Takes the files of the form; who may not send them is told before a byte is taken. */
export async function answerUpload(
  actor: Actor,
  rosterId: string,
  request: Request,
): Promise<Answer> {
  const today = dayInChina(now());
  const head = await viewSignedHead(actor, rosterId, today);
  if (head === null) throw notFound();
  if (!may(actor, "proof.record", head.countyCode, today)) throw forbidden();
  const { files, refused } = await receiveScans(request);
  const outcome = await uploadScans(actor, { rosterId, files, refused }, now());
  if (outcome.ok) return { to: `/rosters/${rosterId}/scans?done=upload` };
  await discardUploads({ files });
  const names = refused.map(({ fileName, problem }) => `${fileName}：${problem}`).join("；");
  return { errors: { files: names || messageOf(outcome.refusal) } };
}

/** The other forms of the page. */
export async function answerScanForm(
  actor: Actor,
  rosterId: string,
  form: FormData,
): Promise<Answer> {
  const here = `/rosters/${rosterId}/scans`;
  const batchId = String(form.get("batchId") ?? "");
  const intent = String(form.get("intent") ?? "");
  switch (intent) {
    case "confirmClear":
      return answered(await decideClearPages(actor, rosterId, now()), `${here}?done=clear`);
    case "readAgain":
    case "giveUp": {
      const outcome = await resumeScans(actor, { rosterId, batchId, step: intent }, now());
      return answered(outcome, `${here}?done=${intent}`);
    }
    case "cancel": {
      const outcome = await cancelJob(actor, String(form.get("jobId") ?? ""), now());
      if (outcome.ok || outcome.refusal.kind === "over") return { to: here };
      throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
    }
    default:
      throw notFound();
  }
}

function answered(outcome: Outcome<unknown, ScanRefusal>, to: string): Answer {
  return outcome.ok ? { to } : { errors: { scans: refusalText(outcome.refusal) } };
}

function messageOf(refusal: UploadScansRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return "花名册已经封存，不能再收扫描件";
    case "locked":
    case "notApproved":
      return CLOSED_TEXTS[refusal.kind];
    case "noFiles":
      return "请选择扫描件或照片";
    case "tooMany":
      return "一次最多 40 个文件，请分次上传";
  }
}
