import { data, redirect } from "@remix-run/node";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { typedValues } from "../documents/form-values";

type Texts = Record<string, string>;
type Upload = NonNullable<Awaited<ReturnType<typeof receiveUpload>>>;

/** What a form with a voucher comes to: where to go, or what is wrong by field. */
export type VoucherAnswer = { readonly to: string } | { readonly errors: Texts };

/** Answers a form that may bring a voucher; of one that is refused no byte is kept. */
export async function answerWithVoucher(
  request: Request,
  work: (values: Texts, file: Upload["file"]) => Promise<VoucherAnswer>,
) {
  const upload = await uploadOf(request);
  if (upload === null) return refuse({}, { file: "文件超过 20 MB，请压缩后上传" });
  const values = { ...upload.fields };
  const answer = await work(values, upload.file).catch(async (failure: unknown) => {
    await discardUpload(upload);
    throw failure;
  });
  if ("to" in answer) return redirect(answer.to);
  await discardUpload(upload);
  return refuse(values, answer.errors);
}

/** Without a file it is a plain form. */
async function uploadOf(request: Request): Promise<Upload | null> {
  const isWithFile = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  if (isWithFile) return receiveUpload(request, UPLOAD_BYTES.fundVoucher);
  return { fields: typedValues(await request.formData()), file: null };
}

function refuse(values: Texts, errors: Texts) {
  return data({ values, errors }, { status: 422 });
}
