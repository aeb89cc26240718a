import { Form } from "@remix-run/react";
import type { ScanReviewView } from "~/data/evidence/scan-review-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { DataTable } from "~/ui/tables/data-table";
import { inkColumns } from "./scan-ink-columns";
import { InkKeys } from "./scan-ink-keys";

interface InkFormProps {
  readonly rosterId: string;
  readonly scan: ScanReviewView;
}

/** Line by line: the cut ink beside the name, and whether it is there. */
export function InkForm({ rosterId, scan }: InkFormProps) {
  const isOpen = scan.may.decide && scan.open > 0;
  return (
    <Card title="逐行确认" note={noteOf(scan)} flush>
      <Form method="post" id="ink">
        <input type="hidden" name="version" value={scan.version} />
        {isOpen && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            {scan.clear > 0 && (
              <SubmitButton name="intent" value="proposed" icon="check" pendingLabel="正在确认…">
                一次确认本页全部建议
              </SubmitButton>
            )}
            <span className="text-slate-600">
              空白的建议为“缺”；看不准的须逐个看图选定。
              <span className="hidden lg:inline">按 Y 有、N 缺、↓ 下一人。</span>
            </span>
          </div>
        )}
        <DataTable
          caption="本页各人的签字和手印"
          columns={inkColumns(rosterId, scan)}
          rows={scan.rows}
          rowKey={(row) => row.lineId}
          rowTone={(row) => (row.holds ? "plain" : "warning")}
          empty={<EmptyState title="本页没有人">请核对页码。</EmptyState>}
        />
        {isOpen && (
          <div className="px-4 py-3">
            <SubmitButton name="intent" value="decide" variant="default">
              保存所选各项
            </SubmitButton>
          </div>
        )}
      </Form>
      <InkKeys formId="ink" />
    </Card>
  );
}

function noteOf({ open, rows }: ScanReviewView): string | undefined {
  if (open > 0) return `${open} 处待确认`;
  const isAllDecided = rows.every(({ cells }) => cells.every(({ decision }) => decision !== null));
  return isAllDecided ? "已全部确认" : undefined;
}
