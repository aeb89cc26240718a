import { data } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { now } from "~/platform/clock.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { importPack, type ImportPackRefusal } from "~/usecases/rules/import-pack.server";

interface Problem {
  readonly severity: "refused";
  readonly place?: string;
  readonly message: string;
}

/** The id of the pack that came in, or what the page says of the file. */
export async function answerPackUpload(actor: Actor, request: Request) {
  const upload = await receiveUpload(request, UPLOAD_BYTES.rulePack);
  if (upload === null) return refuse("文件超过 1 MB");
  if (upload.file === null) return refuse("请选择规则包文件");
  try {
    const outcome = await importPack(actor, upload.file.id, now());
    if (outcome.ok) return { packId: outcome.value };
    return answerOf(outcome.refusal);
  } finally {
    // What was read of it is kept; the file itself is not.
    await discardUpload(upload);
  }
}

function answerOf(refusal: ImportPackRefusal) {
  switch (refusal.kind) {
    case "unreadable":
      return refuse(
        "规则包有问题，改正后重新导入",
        refusal.problems.map((problem) => ({ severity: "refused", ...problem })),
      );
    case "forbidden":
      return refuse("您没有为规则包所写的适用地区导入的权限");
    case "known":
      return refuse("同样的规则包已经导入，正在待签发或执行");
  }
}

function refuse(file: string, problems: readonly Problem[] = []) {
  return data({ errors: { file }, problems: [...problems] }, { status: 422 });
}
