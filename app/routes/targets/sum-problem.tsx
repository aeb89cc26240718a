import type { BoardTarget } from "~/data/targets/board-view.server";
import { unitOf } from "~/domain/targets/target";
import { Notice } from "~/ui/display/notice";

/** The counties' parts do not make the total: said in numbers, and whose it is to mend. */
export function SumProblem({ board: { target, sum } }: { readonly board: BoardTarget }) {
  if (sum === null || sum.difference === 0 || target.value === null) return null;
  const [unit, by] = [unitOf(target), Math.abs(sum.difference)];
  return (
    <Notice kind="warning" title="分县任务与总任务不一致">
      各县任务合计 {sum.sum} {unit}，总任务 {target.value} {unit}，分县
      {sum.difference > 0 ? "多" : "少"} {by} {unit}。请核对文件；文件有变动的，按新文件修订。
    </Notice>
  );
}
