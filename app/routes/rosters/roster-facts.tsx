import { Link } from "@remix-run/react";
import type { RosterPage } from "~/data/rosters/roster-view.server";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";

/** What the roster is of, and why it came back if it did. */
export function RosterFacts({ roster }: { readonly roster: RosterPage }) {
  const unverified = roster.headcount - roster.verifiedCount;
  return (
    <>
      {roster.state === "returned" && roster.returnReason !== null && (
        <Notice kind="warning" title="已退回，请补正后再报送">
          退回原因：{roster.returnReason}
        </Notice>
      )}
      {roster.amendmentCount > 0 && (
        <Notice kind="warning">
          封存后有更正 {roster.amendmentCount} 项，下面仍是封存的内容。
          <Link to={`/rosters/${roster.id}/amendments`} className="text-brand-600 hover:underline">
            查看更正
          </Link>
        </Notice>
      )}
      <Card>
        <DescriptionList
          columns={3}
          items={[
            {
              term: "培训班",
              detail: (
                <Link to={`/classes/${roster.classId}`} className="text-brand-600 hover:underline">
                  {roster.label}
                </Link>
              ),
            },
            { term: "培训工种", detail: roster.trade },
            { term: "起止日期", detail: `${roster.startsOn} 至 ${roster.endsOn}` },
            { term: "培训机构", detail: roster.providerName || "未填" },
            { term: "培训地点", detail: roster.place || "未填" },
            {
              term: "查验",
              detail: `已查验 ${roster.verifiedCount} 人，未查验 ${unverified} 人`,
            },
          ]}
        />
      </Card>
    </>
  );
}
