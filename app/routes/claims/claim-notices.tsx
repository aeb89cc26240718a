import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { nextStep } from "~/domain/claims/next-step";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";
import { lookedText } from "./looked-text";

const DONE = new Map([
  ["draw", "已从台账编制并核查，请看清有问题的明细。"],
  ["check", "已核查。"],
  ["same", "已核查，与上一次结论相同。"],
  ["edit", "已保存。"],
  ["remove", "已撤销本批，明细可以列入另一批。"],
  ["takeOut", "已移出本批，原因留在明细里；请重新核查。"],
  ["takeOutBlocked", "已移出不能报送的明细，原因留在明细里；其余已重新核查。"],
  ["submit", "已报送，等复核人复核。"],
  ["review", "已复核通过，等两个部门审批。"],
  ["return", "已退回，等经办人更正后再报送。"],
  ["HRSS", "人社部门已批准。"],
  ["POVERTY", "扶贫（沪滇协作）部门已批准。"],
  ["putBack", "已放回本批，请重新核查。"],
]);

interface ClaimNoticesProps {
  readonly head: ClaimHead;
  /** What was just done; of the steps the frame of which is another's, nothing. */
  readonly done: string;
}

/** What was just done, why it came back, and what to do next. */
export function ClaimNotices({ head, done }: ClaimNoticesProps) {
  const { state, lineCount, check, hands, returnReason, isRemoved } = head;
  const said = DONE.get(done) ?? redrawnText(done);
  const { hrss, poverty } = hands;
  const next = nextStep({
    ...{ state, lineCount, check, hrss: hrss !== null, poverty: poverty !== null },
  });
  const checked =
    check === null
      ? ""
      : `第 ${check.number} 次核查：${check.ranByName} ${chinaMinute(check.ranAt)}${lookedText(head)}`;
  return (
    <>
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {state === "returned" && (
        <Notice kind="warning" title="已退回">
          {returnReason}
        </Notice>
      )}
      {!isRemoved && (
        <Notice kind={next.kind} title={next.text}>
          {checked}
        </Notice>
      )}
    </>
  );
}

/** redraw.1.2.3: lines that came in, went, and were written again. */
function redrawnText(done: string): string | undefined {
  const [, added = "", dropped = "", changed = ""] =
    /^redraw\.(\d+)\.(\d+)\.(\d+)$/.exec(done) ?? [];
  if (added === "") return undefined;
  return `已重新取数并核查：新列入 ${added} 条，移出 ${dropped} 条，改动 ${changed} 条。`;
}
