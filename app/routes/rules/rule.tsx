import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { viewRule } from "~/data/rules/rule-book-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { citationText } from "~/domain/rules/citation-text";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ParameterCard } from "./parameter-card";
import { areaText, effectiveText, kindsText, SeverityBadge } from "./rule-article";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ entry }) => entry.title,
  crumb: ({ entry }) => ({ label: entry.title }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "document.read", today)) throw forbidden();
  const id = `${params["chapter"] ?? ""}/${params["rule"] ?? ""}`;
  const page = await viewRule(actor, id, today);
  if (page === null) throw notFound();
  return page;
}

export default function RulePage() {
  const { entry, documentId, chapter, reads, series } = useLoaderData<typeof loader>();
  const { citation } = entry;
  return (
    <>
      <PageHeader
        title={entry.title}
        badge={<SeverityBadge {...entry} />}
        note={chapter}
        actions={<ButtonLink to="/rules">返回核查规则</ButtonLink>}
      />
      <Card title="依据">
        <DescriptionList
          items={[
            {
              term: "文件条款",
              detail:
                documentId === null ? (
                  citationText(entry.citation)
                ) : (
                  <Link to={`/documents/${documentId}`} className="text-brand-700 underline">
                    {citationText(entry.citation)}
                  </Link>
                ),
            },
            { term: "发文机关", detail: citation.issuer },
            { term: "要求", detail: citation.summary, wide: true },
            { term: "适用", detail: effectiveText(entry) },
            ...(citation.area === null
              ? []
              : [{ term: "适用地区", detail: areaText(citation), wide: true }]),
            { term: entry.subject === "pot" ? "对象" : "补贴种类", detail: kindsText(entry) },
            ...entry.thresholds.map(({ label, value, source }) => ({
              term: label,
              detail: `${value}（${source}）`,
              wide: true,
            })),
            { term: "核对", detail: reads },
            { term: "规则编号", detail: <span className="font-mono">{entry.id}</span> },
          ]}
        />
        <p className="mt-3 text-slate-600">
          结论分符合、不符合和无法判断；缺事实或没有录入参数的，写明缺什么，不当作符合。
        </p>
      </Card>
      {series === null && entry.parameters.length > 0 && (
        <p className="text-slate-600">这条规则用到标准参数，您没有查看参数的权限。</p>
      )}
      {series?.map((one) => (
        <ParameterCard key={one.parameter} series={one} />
      ))}
    </>
  );
}
