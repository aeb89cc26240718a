import { Link } from "@remix-run/react";
import type { WageLinePage } from "~/data/posts/wage-line-view.server";
import { yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";
import { Payment } from "./wage-line-cells";

const LINK = "text-brand-600 hover:underline";

/** What the line says: the person, the arithmetic, the money and the receipt. */
export function WageLineFacts(props: {
  readonly line: WageLinePage;
  readonly rosterId: string | null;
}) {
  const { line, rosterId } = props;
  const { money, receipt } = line;
  return (
    <>
      {money?.findings.map((text) => (
        <Notice key={text} kind="warning">
          {text}
        </Notice>
      ))}
      {money !== null && money.failReason !== "" && (
        <Notice kind="error" title="银行发放失败">
          {money.failReason}
        </Notice>
      )}
      <Card title={`${line.lineNo} ${line.name}`} note={line.maskedId}>
        <DescriptionList
          items={[
            {
              term: "岗位",
              detail: (
                <Link to={`/posts/appointments/${line.appointmentId}`} className={LINK}>
                  {line.post}
                </Link>
              ),
            },
            ...(money === null ? [] : moneyItems(money)),
            { term: "发放", detail: <Payment row={line} /> },
            { term: "签收", detail: <Receipt receipt={receipt} rosterId={rosterId} /> },
          ]}
        />
      </Card>
    </>
  );
}

function moneyItems(money: NonNullable<WageLinePage["money"]>) {
  return [
    { term: "月标准", detail: yuanText(money.rateFen) },
    { term: "应发", detail: money.arithmetic },
    { term: "以前月份更正", detail: money.adjustFen === 0 ? "无" : yuanText(money.adjustFen) },
    { term: "实发", detail: <strong>{yuanText(money.payFen)}</strong> },
    {
      term: "收款账户",
      detail: `${money.holderName} ${money.bankName} ${money.accountMasked}`.trim() || "未登记",
    },
  ];
}

function Receipt(props: {
  readonly receipt: WageLinePage["receipt"];
  readonly rosterId: string | null;
}) {
  const { receipt, rosterId } = props;
  if (rosterId === null) return <>审核通过后签收</>;
  return (
    <Link to={`/rosters/${rosterId}/signing`} className={LINK}>
      {receipt === null ? "未签收" : `${receipt.label} ${chinaMinute(receipt.givenAt)}`}
    </Link>
  );
}
