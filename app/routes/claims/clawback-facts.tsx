import { Link } from "@remix-run/react";
import type { ClawbackPage } from "~/data/claims/clawback-view.server";
import { LINE_PAYMENT_LABELS } from "~/domain/claims/line-payment";
import { yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";

const link = "text-brand-700 underline";

/** What is asked back of whom, why, and what became of it. */
export function ClawbackFacts({ one }: { readonly one: ClawbackPage }) {
  const { batchId, lineId, paymentState, paidOn, decided, repaid, rules } = one;
  const paid = paymentState === null ? "没有发放" : LINE_PAYMENT_LABELS[paymentState];
  return (
    <Card title="追回事项" className="max-w-3xl">
      <DescriptionList
        items={[
          { term: "追回金额", detail: yuanText(one.amountFen) },
          {
            term: "申领明细",
            detail: (
              <Link className={link} to={`/claims/${batchId}/lines/${lineId}`}>
                {`${one.person}，${yuanText(one.lineFen)}，${paid} ${paidOn ?? ""}`.trim()}
              </Link>
            ),
          },
          { term: "原因", detail: one.reason },
          ...(rules.length === 0
            ? []
            : [
                {
                  term: "不符合的规则",
                  detail: (
                    <ul>
                      {rules.map(({ id, title }) => (
                        <li key={id}>
                          <Link className={link} to={`/rules/${id}`}>
                            {title}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          { term: "提出", detail: `${one.proposed.name}，${chinaMinute(one.proposed.at)}` },
          ...(decided === null
            ? []
            : [
                {
                  term: one.state === "dropped" ? "不予追回" : "确认",
                  detail: `${decided.name}，${chinaMinute(decided.at)}：${decided.said}`,
                },
              ]),
          ...(repaid === null
            ? []
            : [
                {
                  term: "收回",
                  detail: <Repaid one={one} repaid={repaid} />,
                },
              ]),
        ]}
      />
    </Card>
  );
}

interface RepaidProps {
  readonly one: ClawbackPage;
  readonly repaid: NonNullable<ClawbackPage["repaid"]>;
}

/** When it came back, and the voucher, which opens for whoever reads all of the claim. */
function Repaid({ one, repaid: { on, voucherNo, fileName } }: RepaidProps) {
  return (
    <>
      {`${on}，凭证 ${voucherNo} `}
      {one.opensFile ? (
        <a className={link} href={`/clawbacks/${one.id}/file`}>
          {fileName}
        </a>
      ) : (
        fileName
      )}
    </>
  );
}
