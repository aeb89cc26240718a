import type { LineAccountPage } from "~/data/claims/line-account-view.server";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";

/** The account a person's money goes to, masked, with what is doubtful about it. */
export function PayeeCard({ line }: { readonly line: LineAccountPage }) {
  const { account, name, refusals, isRefused, isUnseen } = line;
  const [last] = refusals;
  const cure = isRefused ? "请核对后登记另一个账号。" : "已换成另一个账号。";
  return (
    <Card title={`${line.lineNo} ${name}`} note="收款账户" className="max-w-3xl">
      {last !== undefined && (
        <Notice
          kind={isRefused ? "warning" : "info"}
        >{`第 ${last.number} 次代发失败：${last.reason}。${cure}`}</Notice>
      )}
      {isUnseen && (
        <Notice kind="warning">
          这个账户是报送之后登记的：由登记人以外的复核人核对银行卡和身份证、确认后，才能送银行。
        </Notice>
      )}
      {account?.isOthers === true && (
        <Notice kind="warning">
          {`户名“${account.holderName}”与本人姓名“${name}”不一致，请换成本人账户。`}
        </Notice>
      )}
      {account !== null && account.sharedWith > 0 && (
        <Notice kind="warning">
          {`另有 ${account.sharedWith} 人登记了或用来收过款的也是这个账号（含其他县）。请核对是谁的账户；确是本人的，由复核人核对。`}
        </Notice>
      )}
      {account === null ? (
        <p className="text-slate-700">还没有登记收款账户，报送前必须登记。</p>
      ) : (
        <DescriptionList
          items={[
            { term: "户名", detail: account.holderName },
            { term: "开户银行", detail: account.bankName },
            { term: "账号", detail: <span className="tabular-nums">{account.masked}</span> },
            {
              term: "登记",
              detail: `${account.recordedByName}，${chinaMinute(account.recordedAt)}`,
            },
            ...(account.vouched === null
              ? []
              : [
                  {
                    term: "归属核对",
                    detail: `${account.vouched.by}，${chinaMinute(account.vouched.at)}`,
                  },
                ]),
          ]}
        />
      )}
    </Card>
  );
}
