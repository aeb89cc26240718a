import { Link } from "@remix-run/react";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import type { ClaimLinePage } from "~/data/claims/claim-line-view.server";
import type { FactGroup } from "~/domain/claims/fact-words";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { evidenceLink } from "./evidence-link";

/** The chapter that says where a group of facts is recorded. */
const CHAPTERS: Readonly<Record<FactGroup["key"], string>> = {
  person: "eligibility",
  payee: "payee",
  pot: "pot",
  beside: "overlap",
  training: "training",
  placement: "placement",
  post: "post",
};

interface LineFactsProps {
  readonly head: ClaimHead;
  readonly line: ClaimLinePage;
  readonly groups: readonly FactGroup[];
}

/** The facts as they were when the line was checked. */
export function LineFacts({ head, line, groups }: LineFactsProps) {
  return (
    <Card title="核查时的事实" note="核查当时取得，此后台账的改动要重新核查才计入">
      <div className="space-y-5">
        {groups.map(({ key, title, items }) => {
          const { label, to } = evidenceLink(CHAPTERS[key], head, line);
          return (
            <section key={key} aria-label={title}>
              <h3 className="mb-1 flex flex-wrap gap-x-3 font-semibold text-slate-900">
                {title}
                {to !== "" && (
                  <Link to={to} className="font-normal text-brand-700 underline">
                    {label}
                  </Link>
                )}
              </h3>
              <DescriptionList items={[...items]} columns={2} />
            </section>
          );
        })}
      </div>
    </Card>
  );
}
