import { Link } from "@remix-run/react";
import type { PotHead } from "~/data/funds/pot-head-view.server";
import type { PotPage } from "~/data/funds/pot-view.server";
import { yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { DescriptionList, type Description } from "~/ui/display/description-list";

interface PotFactsCardProps {
  readonly head: PotHead;
  readonly page: PotPage;
}

/** Where the money comes from, and who carries the project out. */
export function PotFactsCard({ head, page }: PotFactsCardProps) {
  const { isLabour, plannedFen, implementer, implementerArea, implementerReason } = page.facts;
  const carriedOut = [implementer, implementerArea].filter((text) => text !== "").join("，");
  return (
    <div id="facts" className="scroll-mt-4">
      <Card title="资金来源和实施单位">
        <DescriptionList
          items={[
            ...originOf(page),
            { term: "责任单位", detail: head.unitName },
            { term: "劳务协作", detail: isLabour ? "是" : "否" },
            {
              term: "计划投资",
              detail: plannedFen === 0 ? "没有登记，不计完成率" : yuanText(plannedFen),
            },
            {
              term: "接函日期",
              detail: head.letterReceivedOn ?? "没有登记，无法判断未到账是否逾期",
            },
            { term: "实施单位", detail: carriedOut === "" ? "没有登记" : carriedOut },
            ...(implementerReason === ""
              ? []
              : [{ term: "由上海实施", detail: implementerReason, wide: true }]),
            { term: "登记人", detail: page.facts.createdByName },
          ]}
        />
      </Card>
    </div>
  );
}

const LINK = "text-brand-700 underline";

function originOf({ source, from, release }: PotPage): Description[] {
  const items: Description[] = [];
  if (source !== null) {
    const label = `${source.document} ${source.unitName} ${source.project} ${yuanText(source.amountFen)}`;
    const detail = (
      <Link to={`/allocations/${source.tableId}?of=${source.cellId}`} className={LINK}>
        {label}
      </Link>
    );
    items.push({ term: "下达资金", detail, wide: true });
  }
  if (from !== null) {
    const detail = (
      <Link id="origin" to={`/funds/${from.id}`} className={LINK}>
        {`${from.year} 年 ${from.name}`}
      </Link>
    );
    items.push({ term: "结转自", detail, wide: true });
  }
  if (release !== null) {
    const { documentId, document, clause, use, reportedOn, releasedOn, recordedByName } = release;
    const told = reportedOn === null ? "" : `，${reportedOn} 报备上海`;
    const detail = (
      <>
        <Link to={`/documents/${documentId}`} className={LINK}>
          {`${document} ${clause}`.trim()}
        </Link>
        {`：${use}（${releasedOn} 解锁${told}，登记人 ${recordedByName}）`}
      </>
    );
    items.push({ term: "解锁依据", detail, wide: true });
  }
  return items;
}
