import { Form, Link } from "@remix-run/react";
import type { ScanReviewView } from "~/data/evidence/scan-review-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { TextField } from "~/ui/forms/text-field";

interface PageStepsProps {
  readonly rosterId: string;
  readonly scan: ScanReviewView;
}

/** What may be done with the page as a whole. */
export function PageSteps({ rosterId, scan }: PageStepsProps) {
  const version = <input type="hidden" name="version" value={scan.version} />;
  return (
    <>
      {scan.may.place && scan.hasPicture && (
        <Card title="人工对应">
          <Form method="post" className="space-y-3">
            {version}
            <TextField
              name="typedCode"
              label="纸上的页码"
              hint="二维码旁以 HM1 开头的一行，横线可以不录"
              defaultValue={scan.typedCode}
              required
              maxLength={60}
            />
            <SubmitButton name="intent" value="place" pendingLabel="正在对应…">
              对应到这一页
            </SubmitButton>
          </Form>
        </Card>
      )}
      {scan.may.replace && (
        <Card title="重复的页">
          <Form method="post" className="flex flex-wrap items-center gap-3">
            {version}
            <SubmitButton name="intent" value="replace" pendingLabel="正在替代…">
              用这一份替代前一份
            </SubmitButton>
            <Link
              to={`/rosters/${rosterId}/scans/${scan.firstId}`}
              className="text-brand-600 hover:underline"
            >
              查看前一份
            </Link>
          </Form>
        </Card>
      )}
      {scan.may.setAside && (
        <Card title="不采用这一页">
          <Form method="post" className="space-y-3">
            {version}
            <TextField
              name="reason"
              label="理由"
              hint="据本页确认的签字手印会一并作废；图像仍然保留，不能恢复采用。设错了的，重新上传这一页再确认"
              required
              maxLength={200}
            />
            <SubmitButton name="intent" value="setAside" variant="danger">
              不采用
            </SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}
