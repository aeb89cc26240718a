import { Link } from "@remix-run/react";
import type { PlacementDetails } from "~/data/placements/placement-details-view.server";
import type { PlacementHead } from "~/data/placements/placement-head-view.server";
import type { PlacementPage } from "~/data/placements/placement-view.server";
import {
  ARRANGEMENT_LABELS,
  CONTRACT_LABELS,
  FORM_LABELS,
  WORKER_GROUP_LABELS,
} from "~/domain/placements/placement";
import { yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";

interface PlacementFactsProps {
  readonly head: PlacementHead;
  readonly page: PlacementPage;
}

/** What is filed of a placement, as far as the reader is told. */
export function PlacementFacts({ head, page }: PlacementFactsProps) {
  const { details } = page;
  const ended =
    head.endedOn === null ? "在岗" : `${head.endedOn}${head.endReason && `（${head.endReason}）`}`;
  return (
    <Card title="登记内容" note={`${page.registeredOn} 登记`}>
      <DescriptionList
        items={[
          { term: "人员", detail: <PersonName head={head} /> },
          { term: "用人单位", detail: head.employerName },
          { term: "就业地", detail: head.workplace },
          { term: "去向", detail: `${head.destination}（由就业地得出）` },
          { term: "上岗", detail: head.startedOn },
          { term: "离岗", detail: ended },
          ...(details === null ? [] : filed(details)),
          ...(page.removedReason === ""
            ? []
            : [{ term: "移出原因", detail: page.removedReason, wide: true }]),
        ]}
      />
    </Card>
  );
}

function PersonName({ head }: { readonly head: PlacementHead }) {
  if (!head.readsWhole) return head.name;
  return (
    <Link to={`/people/${head.personId}`} className="text-brand-600 hover:underline">
      {head.name}
    </Link>
  );
}

function filed({ facts, creditCode, township, village }: PlacementDetails) {
  const { contractKind, contractFrom, contractTo, monthlyWageFen: wage } = facts;
  const days = [contractFrom ?? "", contractTo ?? ""].filter((one) => one !== "").join(" 至 ");
  return [
    { term: "信用代码", detail: creditCode ?? "无" },
    { term: "就业形式", detail: FORM_LABELS[facts.form] },
    { term: "人员类别", detail: WORKER_GROUP_LABELS[facts.workerGroup] },
    { term: "组织方式", detail: ARRANGEMENT_LABELS[facts.arrangement] },
    { term: "岗位（工种）", detail: facts.jobTitle || "未填" },
    { term: "合同", detail: `${CONTRACT_LABELS[contractKind]}${days && `，${days}`}` },
    { term: "月工资", detail: wage === null ? "未填" : yuanText(wage) },
    { term: "乡镇、村", detail: `${township}${village}` || "未填" },
    { term: "备注", detail: facts.note || "无", wide: true },
  ];
}
