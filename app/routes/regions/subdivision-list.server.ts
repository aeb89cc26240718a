import { redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import {
  saveCountySubdivisions,
  type SubdivisionList,
} from "~/usecases/regions/save-subdivisions.server";
import { refuse, type CountyAnswer } from "./county-answer.server";

/** A list as a file, which is read and not kept. */
export async function takeFile(request: Request, actor: Actor, county: string) {
  const upload = await receiveUpload(request, UPLOAD_BYTES.roster);
  if (upload === null) return refuse({ form: "file", errors: { file: TOO_LARGE } });
  const { file } = upload;
  if (file === null) return refuse({ form: "file", errors: { file: "请选择文件" } });
  try {
    return await takeList(actor, county, { file }, { form: "file" });
  } finally {
    await discardUpload(upload); // the list is kept in the table, not as a file
  }
}

const TOO_LARGE = "文件过大，请另存为只含代码和名称的表格后再传";

/** A list of codes and names, all of it or nothing. */
export async function takeList(
  actor: Actor,
  county: string,
  list: SubdivisionList,
  asked: Pick<CountyAnswer, "form" | "values">,
) {
  const outcome = await saveCountySubdivisions(actor, county, list, now());
  const field = asked.form;
  if (outcome.ok) {
    const { added, renamed } = outcome.value;
    return redirect(`/regions/${county}?added=${added}&renamed=${renamed}`);
  }
  const { refusal } = outcome;
  switch (refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "unreadable":
      return refuse({ ...asked, errors: { [field]: refusal.message } });
    case "nothing":
      return refuse({ ...asked, errors: { [field]: "没有读到“代码 名称”，请按每行一个填写" } });
    case "tooMany":
      return refuse({ ...asked, errors: { [field]: `一次最多 ${refusal.most} 行，请分次录入` } });
    case "hasProblems": {
      const { problems } = refusal;
      const message = `有 ${problems.length} 行需要改正，全部改正后才会录入`;
      return refuse({ ...asked, errors: { [field]: message }, problems });
    }
  }
}
