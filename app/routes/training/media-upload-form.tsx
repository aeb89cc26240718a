import { Form, useNavigate } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import { MEDIA_LIMITS_TEXT } from "~/domain/evidence/media-refusal";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Notice } from "~/ui/display/notice";
import { FileField } from "~/ui/forms/file-field";
import { ProgressBar } from "~/ui/progress/progress-bar";
import { sendFiles, type SendingState } from "./media-sending";

const ENDINGS = [".jpg", ".jpeg", ".png", ".webp", ".mp4", ".webm"];
const TAKEN = [...ENDINGS, "image/jpeg", "image/png", "image/webp", "video/mp4", "video/webm"];

interface MediaUploadFormProps {
  readonly classId: string;
  readonly sessionId: string;
}

/** Sends all at once without scripts; with them one after the other, with a bar and a word for each. */
export function MediaUploadForm({ classId, sessionId }: MediaUploadFormProps) {
  const [sending, setSending] = useState<SendingState | null>(null);
  const navigate = useNavigate();
  const page = `/classes/${classId}/sessions/${sessionId}/media`;
  const isSending = sending !== null && !sending.isOver;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const files = new FormData(event.currentTarget).getAll("files");
    const chosen = files.filter((one): one is File => one instanceof File && one.size > 0);
    if (isSending || chosen.length === 0) return;
    void sendFiles(`${page}/files`, chosen, setSending).then(({ taken, refused, isBroken }) => {
      if (refused.length > 0 || isBroken)
        navigate(page, { replace: true, preventScrollReset: true });
      else navigate(`/classes/${classId}/media?uploaded=${taken}`);
    });
  };
  return (
    <Form method="post" encType="multipart/form-data" onSubmit={submit} className="space-y-4">
      <FileField
        name="files"
        label="照片或视频"
        hint={`${MEDIA_LIMITS_TEXT}。手机上可直接拍照、录像。请上传原图，不要用聊天软件转发的图片：转发会丢失拍摄时间和地点。`}
        accept={TAKEN}
        multiple
        required
      />
      {sending !== null && <Sending state={sending} />}
      <SubmitButton icon="import" pendingLabel="正在上传…">
        上传
      </SubmitButton>
    </Form>
  );
}

function Sending({ state }: { readonly state: SendingState }) {
  const { refused, taken, isOver, isBroken } = state;
  return (
    <>
      {/* When all is sent, the words below say how it went. */}
      {(!isOver || isBroken) && (
        <ProgressBar
          label={isOver ? "上传" : `正在上传 ${state.fileName}`}
          state={isOver ? "failed" : "running"}
          done={Math.round(state.sentBytes / 1024)}
          total={Math.max(1, Math.round(state.totalBytes / 1024))}
          unit="KB"
        />
      )}
      {isBroken && (
        <Notice kind="error" live>
          网络中断，已上传 {taken} 份。请再次点“上传”，已经传好的不会重复。
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice kind="warning" title={`已上传 ${taken} 份，${refused.length} 份没有上传`} live>
          <ul>
            {refused.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
