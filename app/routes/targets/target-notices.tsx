import { Link, useSearchParams } from "@remix-run/react";
import type { TargetPage } from "~/data/targets/target-view.server";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";

interface TargetNoticesProps {
  readonly target: TargetPage["board"]["target"];
  /** The row that has revised it; null while it stands. */
  readonly revisedBy: string | null;
}

const DONE: Readonly<Record<string, string>> = {
  enter: "目标任务已录入。",
  revise: "已按新文件修订，原任务保留在历次文件中。",
};

/** What was just done, and why a target counts no more. */
export function TargetNotices({ target, revisedBy }: TargetNoticesProps) {
  const [search] = useSearchParams();
  const done = DONE[search.get("done") ?? ""];
  const { voidedAt, voidedByName, voidReason } = target;
  return (
    <>
      {done !== undefined && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      {voidedAt !== null && (
        <Notice kind="warning" title="本任务已作废，不再计入进度" live={search.has("done")}>
          {`${voidedByName ?? ""}，${chinaMinute(voidedAt)}。原因：${voidReason ?? ""}`}
        </Notice>
      )}
      {revisedBy !== null && (
        <Notice kind="warning" title="本任务已被新文件修订，不再计入进度">
          <Link to={`/targets/${revisedBy}`} className="text-brand-700 underline">
            查看修订后的任务
          </Link>
        </Notice>
      )}
    </>
  );
}
