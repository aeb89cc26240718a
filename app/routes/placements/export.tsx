import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { viewLedgerExport } from "~/data/placements/ledger-export-view.server";
import { DESTINATION_LABELS } from "~/domain/placements/destination";
import {
  LEDGER_CHECK_LABELS,
  LEDGER_STATE_LABELS,
  PROOF_STATE_LABELS,
} from "~/domain/placements/ledger-filter";
import {
  ARRANGEMENT_LABELS,
  FORM_LABELS,
  WORKER_GROUP_LABELS,
} from "~/domain/placements/placement";
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
import { readLedgerFilter } from "./ledger-address";

export const handle: PageHandle = { title: "导出转移就业台账", crumb: () => ({ label: "导出" }) };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const filter = readLedgerFilter(search, isUuid);
  const view = await viewLedgerExport(actor, filter, dayInChina(now()));
  if (view === null) throw forbidden();
  const narrowed = [
    ...[LEDGER_STATE_LABELS[filter.state], view.countyName, filter.township],
    filter.text === "" ? "" : `姓名“${filter.text}”`,
    filter.destination === null ? "" : DESTINATION_LABELS[filter.destination],
    filter.form === null ? "" : FORM_LABELS[filter.form],
    filter.arrangement === null ? "" : ARRANGEMENT_LABELS[filter.arrangement],
    filter.group === null ? "" : WORKER_GROUP_LABELS[filter.group],
    filter.proof === null ? "" : PROOF_STATE_LABELS[filter.proof],
    filter.check === null ? "" : LEDGER_CHECK_LABELS[filter.check],
  ];
  const isRemoved = filter.state === "removed";
  return { ...view, isRemoved, narrowed: narrowed.filter((text) => text !== "") };
}

const MASKED = {
  value: "masked",
  label: "隐去中间数字",
  hint: "证件号码留前 6 位和后 4 位，电话留前 3 位和后 4 位",
};
const FULL = { value: "full", label: "完整号码", hint: "须写明用途；可再次导入" };
const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reason: { reason: "导出完整号码须写明用途" },
  many: { numbers: "一次最多导出 20 万条，请先在台账里按县或去向筛选" },
};

export default function ExportPlacements() {
  const { lines, narrowed, mayOpenNumbers, isRemoved } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const errors = REFUSED[search.get("refused") ?? ""];
  const feedback = errors === undefined ? undefined : { errors, values: { numbers: "full" } };
  const kept = [...search].filter(([name]) => name !== "refused");
  const back = `/placements?${new URLSearchParams(kept).toString()}`;
  return (
    <>
      <PageHeader
        title="导出转移就业台账"
        note={`${narrowed.join(" · ")} · ${lines} 条`}
        actions={<ButtonLink to={back}>返回台账</ButtonLink>}
      />
      <ErrorSummary errors={feedback?.errors} />
      {isRemoved || lines === 0 ? (
        <EmptyState title={isRemoved ? "已移出的登记不导出" : "没有可以导出的登记"}>
          {isRemoved
            ? "已移出台账的登记只留作历史，不计入任何数字；回到台账换一个标签再导出。"
            : "回到台账换一个标签或放宽条件再导出。"}
        </EmptyState>
      ) : (
        <Card className="max-w-2xl">
          {/* A file is not a page: the browser itself sends this form and keeps what comes back. */}
          <Form method="post" action="/placements/export/file" reloadDocument>
            {kept.map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
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
