import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import { viewScans } from "~/data/evidence/scan-list-view.server";
import { closedTo } from "~/domain/evidence/signed-roster";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { SignedFrame } from "./signed-frame";
import { ExpectedPages } from "./scan-expected";
import { ScanList } from "./scan-list";
import { UploadCard } from "./scan-upload";
import { answerScanForm, answerUpload } from "./scan-upload-answers.server";
import { WaitingScans } from "./scan-waiting";

type Loaded = SerializeFrom<typeof loader>;
import { SIGNING_WORDS } from "./signing-words";

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `扫描件 ${head.label}`,
  crumb: ({ head }) => ({ label: `${head.label} 扫描件`, to: `/rosters/${head.id}/scans` }),
  menuPath: ({ head }) => SIGNING_WORDS[head.kind].menuPath,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewSignedHead(actor, params["rosterId"], today);
  if (head === null) throw notFound();
  const scans = await viewScans(actor, head, now(), today);
  if (scans === null) throw forbidden();
  return { head, scans };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const rosterId = params["rosterId"] ?? "";
  const isUpload = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  const answer = isUpload
    ? await answerUpload(actor, rosterId, request)
    : await answerScanForm(actor, rosterId, await request.formData());
  return "to" in answer ? redirect(answer.to) : data({ errors: answer.errors }, { status: 422 });
}

const DONE: Readonly<Record<string, string>> = {
  upload: "扫描件已收到。读取时可以离开本页，处理会继续；读完的页列在下面。",
  clear: "无疑问的签字手印已全部确认。看不准的留在下面，请逐页核对。",
  readAgain: "已重新开始读取。",
  giveUp: "这一批扫描件已放弃，没有写入任何内容。",
};

export default function Scans() {
  const { head, scans } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = DONE[search.get("done") ?? ""];
  const isOpen = scans.mayRecord && closedTo(head) === null;
  return (
    <SignedFrame roster={head} current="scans">
      {done !== undefined && answer === undefined && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      <ErrorSummary errors={answer?.errors} heading="没有办理" />
      <WaitingScans waiting={scans.waiting} mayRecord={isOpen} />
      <ExpectedPages roster={head} scans={scans} />
      {isOpen && (
        <FormFeedback feedback={answer}>
          {/* A new upload begins with an empty box. */}
          <UploadCard
            key={`${scans.waiting.length}/${scans.pages.length}`}
            refused={scans.refused}
          />
        </FormFeedback>
      )}
      <Card
        title="收到的页"
        note={`${scans.pages.length} 页`}
        flush
        actions={isOpen && scans.clear > 0 && <ConfirmClear count={scans.clear} />}
      >
        <ScanList rosterId={head.id} pages={scans.pages} />
      </Card>
    </SignedFrame>
  );
}

function ConfirmClear({ count }: { readonly count: number }) {
  return (
    <Form method="post">
      <SubmitButton name="intent" value="confirmClear" icon="check" pendingLabel="正在确认…">
        {`确认全部无疑问的（${count} 处）`}
      </SubmitButton>
    </Form>
  );
}
