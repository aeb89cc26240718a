import { Link } from "@remix-run/react";
import type { ClaimLinePage } from "~/data/claims/claim-line-view.server";
import { CLAIM_UNIT_LABELS } from "~/domain/claims/claim";
import { LINE_PAYMENT_LABELS } from "~/domain/claims/line-payment";
import { yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";

const LINK = "text-brand-700 underline";

interface LineSumsProps {
  readonly line: ClaimLinePage;
  readonly readsWhole: boolean;
}

/** Who, for what, and how the amount came about. */
export function LineSums({ line, readsWhole }: LineSumsProps) {
  const { account, failReason } = line;
  return (
    <Card title={`${line.lineNo} ${line.name}`} note={line.maskedId}>
      <DescriptionList
        items={[
          { term: "补贴期间", detail: `${line.periodFrom} 至 ${line.periodTo}` },
          { term: "事项日期", detail: line.eventOn },
          { term: "金额", detail: <strong>{arithmetic(line)}</strong> },
          { term: "标准依据", detail: <RateSource line={line} /> },
          ...(readsWhole
            ? [
                { term: "取自", detail: <Sources line={line} /> },
                {
                  term: "收款账户",
                  detail:
                    account === null
                      ? "取数时没有登记本人账户"
                      : `${account.holder} ${account.bank} ${account.masked}`,
                },
              ]
            : []),
          { term: "发放", detail: `${payment(line)}${failReason === "" ? "" : `：${failReason}`}` },
        ]}
      />
    </Card>
  );
}

/** 12 人·天 × 50.50 元 = 606 元 */
function arithmetic({ quantity, unit, rateFen, amountFen }: ClaimLinePage): string {
  const count = `${quantity} ${CLAIM_UNIT_LABELS[unit]}`;
  return rateFen === null
    ? `${count}，没有录入标准，金额为 0`
    : `${count} × ${yuanText(rateFen)} = ${yuanText(amountFen)}`;
}

function RateSource({ line: { rate } }: Pick<LineSumsProps, "line">) {
  if (rate === null) {
    return (
      <Link to="/parameters" className={LINK}>
        标准参数里没有录入
      </Link>
    );
  }
  const text = `${rate.source ?? "本系统定义"}${rate.fromOn === null ? "" : `，${rate.fromOn} 起执行`}`;
  return rate.packId === null ? (
    <>{text}</>
  ) : (
    <>
      {text}；
      <Link to={`/rule-packs/${rate.packId}`} className={LINK}>
        规则包
      </Link>
      ：地方标准，不在本系统依据的文件内
    </>
  );
}

function Sources({ line: { source, personId, name } }: Pick<LineSumsProps, "line">) {
  const links = [
    { label: source.label, to: source.to },
    ...(source.whole === null ? [] : [source.whole]),
    { label: `${name}的全部记录`, to: `/people/${personId}` },
  ].filter(({ to }) => to !== "");
  return (
    <span className="flex flex-wrap gap-x-4">
      {links.map(({ label, to }) => (
        <Link key={to} to={to} className={LINK}>
          {label}
        </Link>
      ))}
    </span>
  );
}

function payment({ payment: state, paidOn }: ClaimLinePage): string {
  if (state === null) return "还没有发放";
  return `${LINE_PAYMENT_LABELS[state]}${paidOn === null ? "" : ` ${paidOn}`}`;
}
