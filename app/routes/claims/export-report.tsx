import { Form } from "@remix-run/react";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { Button } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";

interface ExportReportProps {
  readonly head: ClaimHead;
  readonly run: number;
}

export function ExportReport({ head, run }: ExportReportProps) {
  return (
    <Card title="导出核查报告" className="mt-4 max-w-3xl">
      {/* A file is not a page: the browser itself sends this form and keeps what comes back. */}
      <Form method="post" action={`/claims/${head.id}/report/file`} reloadDocument>
        <input type="hidden" name="run" value={run} />
        <p className="mb-3 text-slate-700">
          .xlsx 文件：按规则、按明细、标准参数各一张表；证件号码隐去中间数字，每次导出都会留痕。
        </p>
        <Button type="submit" icon="export">
          导出
        </Button>
      </Form>
    </Card>
  );
}
