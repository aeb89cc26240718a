import { CONSENT_PURPOSES } from "~/domain/evidence/consent";
import { now } from "~/platform/clock.server";
import {
  discardUpload,
  receiveUpload,
  type ReceivedUpload,
} from "~/platform/http/receive-upload.server";
import { signLine, type SignRefusal } from "~/usecases/evidence/sign-line.server";

interface RefusedForm {
  readonly kind: "refused";
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

type SignatureAnswer =
  | { readonly kind: "confirm" }
  | { readonly kind: "disown" }
  | { readonly kind: "signed" }
  | { readonly kind: "gone" }
  | RefusedForm;

const MOST_BYTES = 20 * 1024 * 1024;
const NOT_INFORMED = "请先看（或听）告知书，再在这里打勾";

/** Reads the form of an open link and signs with it. */
export async function answerSignature(request: Request, token: string): Promise<SignatureAnswer> {
  const upload = await read(request);
  if (upload === null) return refuse({}, { ink: "签名照片超过 20 MB，请缩小后再上传" });
  const { fields } = upload;
  const intent = fields["intent"] ?? "";
  if (intent === "confirm" || intent === "disown") {
    await discardUpload(upload); // neither form has a file: what came with it is kept nowhere
    return { kind: intent };
  }
  const outcome = await signLine(
    token,
    {
      ink: fields["ink"] ?? "",
      photo: upload.file,
      isInformed: fields["informed"] === "on",
      agreedTo: CONSENT_PURPOSES.filter((purpose) => fields[`agree.${purpose}`] === "on"),
      shown: fields["shown"] ?? "",
      userAgent: request.headers.get("User-Agent") ?? "",
    },
    now(),
  );
  if (outcome.ok) return { kind: "signed" };
  const errors = errorsOf(outcome.refusal);
  if (errors === null) return { kind: "gone" };
  // Both at once: he is not sent up the page a second time.
  const unread = fields["informed"] !== "on" && { informed: NOT_INFORMED };
  return refuse(fields, { ...unread, ...errors });
}

function refuse(values: RefusedForm["values"], errors: RefusedForm["errors"]): RefusedForm {
  return { kind: "refused", values, errors };
}

/** Without a photograph a form may come without parts as well. */
async function read(request: Request): Promise<ReceivedUpload | null> {
  const type = request.headers.get("Content-Type") ?? "";
  if (type.startsWith("multipart/form-data")) return receiveUpload(request, MOST_BYTES);
  const form = await request.formData();
  const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  return { fields, file: null };
}

function errorsOf(refusal: SignRefusal): Record<string, string> | null {
  switch (refusal.kind) {
    case "gone":
      return null;
    case "noInk":
      return { ink: "还没有签名：请在框内写上您的姓名" };
    case "tooLittleInk":
      return { ink: "写得太少，看不出姓名：请按“重写”，把姓名完整写一遍" };
    case "noPicture":
      return { ink: "上传的不是 JPG 或 PNG 照片，请重新拍照上传" };
    case "notInformed":
      return { informed: NOT_INFORMED };
    case "changedMeanwhile":
      return { informed: "您的信息或告知书刚有变动，下面已是新的内容，请再核对一遍" };
  }
}
