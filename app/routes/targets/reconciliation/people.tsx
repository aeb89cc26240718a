import { Form } from "@remix-run/react";
import type { LinesPage } from "~/data/targets/reconciliation-lines-view.server";
import type { ReconciliationPage } from "~/data/targets/reconciliation-view.server";
import { groupsFor, LINE_GROUPS, type LineGroup } from "~/domain/targets/reconciliation-groups";
import { SubmitButton } from "~/ui/actions/submit-button";
import { EmptyState } from "~/ui/display/empty-state";
import { Tabs } from "~/ui/display/tabs";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { lineColumns } from "./line-columns";

interface PeopleProps {
  readonly one: ReconciliationPage;
  readonly lines: LinesPage;
  readonly shown: { readonly group: LineGroup; readonly size: number };
  readonly feedback: Feedback | undefined;
}

const EMPTY: Readonly<Record<LineGroup, string>> = {
  countyOnly: "没有仅县方有的人员",
  districtOnly: "没有仅区方有的人员",
  both: "没有双方都有的人员",
  county: "县方名单没有人员",
  district: "区方名单没有人员",
};

/** The people of one round, group by group, explained where they stand. */
export function People({ one, lines, shown, feedback }: PeopleProps) {
  const { group, size } = shown;
  const groups = groupsFor(one.districtFigureKind);
  const countOf = (each: LineGroup) =>
    LINE_GROUPS[each].sides.reduce((sum, side) => sum + lines.counts[side], 0);
  const { page } = lines;
  const past = one.round < one.rounds ? `&round=${one.round}` : "";
  return (
    <section id="people" aria-label="人员名单" className="mb-4">
      <Tabs
        label="名单分组"
        tabs={groups.map((each) => ({
          to: `?group=${each}${past}#people`,
          label: LINE_GROUPS[each].label,
          current: each === group,
          count: countOf(each),
        }))}
      />
      <FormFeedback feedback={feedback}>
        <PeopleTable one={one} lines={lines} group={group} />
      </FormFeedback>
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        total={countOf(group)}
        unit="人"
      />
    </section>
  );
}

interface PeopleTableProps extends Pick<PeopleProps, "one" | "lines"> {
  readonly group: LineGroup;
}

function PeopleTable({ one, lines, group }: PeopleTableProps) {
  const { rows } = lines.page;
  const isOneSided = group === "countyOnly" || group === "districtOnly";
  const mayExplain = one.offers.explain && isOneSided && rows.length > 0;
  const table = (
    <DataTable
      caption={LINE_GROUPS[group].label}
      columns={lineColumns(group, mayExplain)}
      rows={rows}
      rowKey={(row) => row.id}
      rowTone={(row) => (isOneSided && row.explanationKind === null ? "warning" : "plain")}
      tall={false}
      empty={
        <EmptyState title={EMPTY[group]} icon="people">
          {group === "county"
            ? "台账中本月没有计入该指标的人员。补登记、补佐证后由县经办人重新取数。"
            : "两份名单按身份证号逐人比对，不一致的会列在这里。"}
        </EmptyState>
      }
    />
  );
  if (!mayExplain) return table;
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="explain" />
      <input type="hidden" name="version" value={one.version} />
      <input type="hidden" name="group" value={group} />
      {table}
      <div className="mt-3">
        <SubmitButton variant="default" pendingLabel="正在保存…">
          保存本页说明
        </SubmitButton>
      </div>
    </Form>
  );
}
