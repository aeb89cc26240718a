import type { AmendmentLine } from "~/data/evidence/amendment-view.server";
import { AMENDMENT_SUBJECT_LABELS } from "~/domain/rosters/amendment";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";

/** What was, what is right, why, by whom and who agreed. */
export function AmendmentFacts({ amendment }: { readonly amendment: AmendmentLine }) {
  const { lineNo, name, decidedAt } = amendment;
  return (
    <Card title="更正内容" note="号码已隐去中间数字；封存的名册行保持原样">
      <DescriptionList
        items={[
          { term: "学员", detail: lineNo === null ? "全册" : `第 ${lineNo} 号 ${name}` },
          { term: "更正的内容", detail: AMENDMENT_SUBJECT_LABELS[amendment.subject] },
          { term: "更正前", detail: amendment.before || "未填" },
          { term: "更正为", detail: amendment.after },
          { term: "理由和依据", detail: amendment.reason, wide: true },
          {
            term: "提出",
            detail: `${amendment.proposedByName} ${chinaMinute(amendment.proposedAt)}`,
          },
          {
            term: "审核",
            detail:
              decidedAt === null
                ? "尚未审核"
                : `${amendment.decidedByName} ${chinaMinute(decidedAt)}`,
          },
          ...(amendment.decisionNote === ""
            ? []
            : [{ term: "审核意见", detail: amendment.decisionNote, wide: true }]),
        ]}
      />
    </Card>
  );
}
