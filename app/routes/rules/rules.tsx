import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { viewRuleBook } from "~/data/rules/rule-book-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { CLAIM_KIND_LABELS, CLAIM_KINDS, toClaimKind } from "~/domain/claims/claim";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PrintButton } from "~/ui/print/print-button";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ParameterCard } from "./parameter-card";
import { RuleArticle } from "./rule-article";

export const handle: PageHandle = {
  title: "核查规则",
  crumb: () => ({ label: "核查规则", to: "/rules" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "document.read", today)) throw forbidden();
  const search = new URL(request.url).searchParams;
  const kind = toClaimKind(search.get("kind") ?? "");
  const text = (search.get("text") ?? "").trim().slice(0, 40);
  const mayImport = mayAnywhere(actor, "parameter.read", today);
  return { book: await viewRuleBook(actor, { kind, text }, today), kind, text, mayImport };
}

const KINDS = CLAIM_KINDS.map((value) => ({ value, label: CLAIM_KIND_LABELS[value] }));

export default function Rules() {
  const { book, kind, text, mayImport } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="核查规则"
        note={`共 ${book.ruleCount} 条，按核查的先后排列；一条明细先不符合哪一条，核查报告就先写哪一条`}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            {mayImport && <ButtonLink to="/rule-packs">规则包</ButtonLink>}
            <PrintButton />
          </span>
        }
      />
      <div className="print:hidden">
        <FilterBar>
          <SelectField
            name="kind"
            label="补贴种类"
            options={KINDS}
            emptyLabel="全部"
            defaultValue={kind ?? ""}
          />
          <TextField name="text" label="标题或依据" maxLength={40} defaultValue={text} />
        </FilterBar>
      </div>
      {book.chapters.length === 0 && (
        <EmptyState title="没有这样的规则">请换一个词，或点“重置”查看全部规则。</EmptyState>
      )}
      {book.chapters.map((chapter) => (
        <Card key={chapter.key} title={chapter.title} note={`核对：${chapter.reads}`} flush>
          {chapter.entries.map((entry) => (
            <RuleArticle key={entry.id} entry={entry} />
          ))}
        </Card>
      ))}
      {book.series !== null && book.series.length > 0 && (
        <section aria-labelledby="history">
          <h2 id="history" className="mb-2 mt-6 text-lg font-semibold text-slate-900">
            参数沿革
          </h2>
          <p className="mb-3 text-slate-700">
            您所在地区和上级地区录入过的数值，每个地区从新到旧。录入和撤销在
            <Link to="/parameters" className="text-brand-700 underline">
              标准参数
            </Link>
            。
          </p>
          {book.series.map((one) => (
            <ParameterCard key={one.parameter} series={one} />
          ))}
        </section>
      )}
    </>
  );
}
