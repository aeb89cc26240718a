import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { latestYear } from "~/data/posts/board-totals-view.server";
import { viewPostExport } from "~/data/posts/post-export-view.server";
import { narrowedTo } from "~/domain/access/policy";
import { boardStateName } from "~/domain/posts/board";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { Button, ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { boardHref, readBoardFilter } from "./board-address";

export const handle: PageHandle = {
  title: "导出公共服务岗位名册",
  crumb: () => ({ label: "导出" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const search = new URL(request.url).searchParams;
  const reading = narrowedTo(actor, "post.read", today);
  const filter = readBoardFilter(search, await latestYear(reading, today), isUuid);
  const view = await viewPostExport(actor, filter, today);
  if (view === null) throw forbidden();
  const { township, village, title, text } = filter;
  const narrowed = [
    boardStateName(filter),
    ...[view.countyName, township, village, title],
    text === "" ? "" : `姓名“${text}”`,
    filter.import === null ? "" : "一次导入",
    filter.quota === null ? "" : "一项岗位指标",
  ];
  return { ...view, filter, narrowed: narrowed.filter((one) => one !== "") };
}

const MASKED = {
  value: "masked",
  label: "隐去中间数字",
  hint: "身份证号留前 6 位和后 4 位，电话留前 3 位和后 4 位",
};
const FULL = { value: "full", label: "完整号码", hint: "须写明用途；可再次导入" };
const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reason: { reason: "导出完整号码须写明用途" },
  many: { numbers: "一次最多导出 20 万条，请先按县或年度筛选" },
};

export default function ExportPosts() {
  const { lines, narrowed, filter, mayOpenNumbers } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const errors = REFUSED[search.get("refused") ?? ""];
  const feedback = errors === undefined ? undefined : { errors, values: { numbers: "full" } };
  const kept = Object.entries(filter).filter(([, value]) => value !== "" && value !== null);
  return (
    <>
      <PageHeader
        title="导出公共服务岗位名册"
        note={`${narrowed.join(" · ")} · ${lines} 条`}
        actions={<ButtonLink to={boardHref(filter)}>返回岗位</ButtonLink>}
      />
      <ErrorSummary errors={feedback?.errors} />
      {lines === 0 ? (
        <EmptyState title="没有可以导出的登记">换一个年度，或放宽筛选条件再导出。</EmptyState>
      ) : (
        <Card className="max-w-2xl">
          {/* A file is not a page: the browser itself sends this form and keeps what comes back. */}
          <Form method="post" action="/posts/export/file" reloadDocument>
            {kept.map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={String(value)} />
            ))}
            <FormFeedback feedback={feedback}>
              <div className="space-y-4">
                <RadioGroup
                  name="numbers"
                  label="号码"
                  options={mayOpenNumbers ? [MASKED, FULL] : [MASKED]}
                  defaultValue="masked"
                  required
                />
                <TextField
                  name="reason"
                  label="用途"
                  hint="导出完整号码时必填，如 报州人社局汇总"
                  maxLength={100}
                />
                <p className="text-slate-600">
                  文件为 .xlsx，与导入模板的栏目相同，附导出人、时间和份号；每次导出都会留痕。
                </p>
                {/* Not guarded against a second click: the page stays while the file is saved. */}
                <Button type="submit" variant="primary" icon="export">
                  导出
                </Button>
              </div>
            </FormFeedback>
          </Form>
        </Card>
      )}
    </>
  );
}
