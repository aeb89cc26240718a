import type { BoardTarget } from "~/data/targets/board-view.server";
import { numberText } from "~/domain/targets/figure-text";
import { unitOf } from "~/domain/targets/target";

import { Notice } from "~/ui/display/notice";

/** The counties' parts do not make the total: said in numbers, and whose it is to mend. */
export function SumProblem({ board: { target, sum } }: { readonly board: BoardTarget }) {
  if (sum === null || target.value === null) return null;
  const { difference, missing } = sum;
  const unit = unitOf(target);
  const parts = `${missing > 0 ? "已给出数字的县" : "各县任务"}合计 ${numberText(sum.sum)} ${unit}`;
  const compared = `${parts}，总任务 ${numberText(target.value)} ${unit}`;
  if (difference > 0 || (difference < 0 && missing === 0)) {
    const by = `分县${difference > 0 ? "多" : "少"} ${numberText(Math.abs(difference))} ${unit}`;
    return (
      <Notice kind="warning" title="分县任务与总任务不一致">
        {`${compared}，${by}${missing > 0 ? `，另有 ${missing} 县未给出数字` : ""}。请核对文件；文件有变动的，按新文件修订。`}
      </Notice>
    );
  }
  if (missing === 0) return null;
  return <Notice kind="info">{`${compared}；另有 ${missing} 县未给出数字，暂不能核对。`}</Notice>;
}
