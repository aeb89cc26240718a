import { LINE_GROUP_LABELS, groupTabs, type LineGroup } from "~/domain/claims/line-group";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import type { ClaimLines } from "~/data/claims/claim-lines-view.server";
import { ruleTitle } from "~/domain/claims/stored-verdict";
import { VERDICT_LABELS } from "~/domain/rules/rule";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { Tabs } from "~/ui/display/tabs";
import { FilterBar } from "~/ui/forms/filter-bar";
import { TextField } from "~/ui/forms/text-field";

interface LineFiltersProps {
  readonly head: ClaimHead;
  readonly lines: Pick<ClaimLines, "counts" | "matching">;
  readonly group: LineGroup;
  readonly rule: { readonly id: string; readonly verdict: "fail" | "unknown" } | null;
  readonly name: string;
}

/** The groups of lines with their figures, the rule that is asked about, and a name to look for. */
export function LineFilters({ head, lines, group, rule, name }: LineFiltersProps) {
  const { id, state } = head;
  return (
    <>
      <Tabs
        label="明细分组"
        tabs={groupTabs(lines.counts, { state, shown: group }).map((one) => ({
          to: one === "all" ? `/claims/${id}` : `/claims/${id}?group=${one}`,
          label: LINE_GROUP_LABELS[one],
          current: one === group,
          count: lines.counts[one],
        }))}
      />
      {rule !== null && (
        <Notice
          kind="info"
          actions={
            <ButtonLink to={`/claims/${id}`} size="small">
              看全部明细
            </ButtonLink>
          }
        >
          {`只列“${ruleTitle(rule.id)}”${VERDICT_LABELS[rule.verdict]}的 ${lines.matching} 条。`}
        </Notice>
      )}
      {lines.counts.all + lines.counts.removed > 20 && (
        <FilterBar label="查找明细">
          <TextField name="name" label="姓名" type="search" defaultValue={name} maxLength={20} />
          {group !== "all" && <input type="hidden" name="group" value={group} />}
          {rule !== null && <input type="hidden" name="rule" value={rule.id} />}
          {rule !== null && <input type="hidden" name="verdict" value={rule.verdict} />}
        </FilterBar>
      )}
    </>
  );
}
