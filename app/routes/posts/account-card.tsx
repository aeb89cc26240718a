import type { AppointmentHead } from "~/data/posts/appointment-head-view.server";
import type { AppointmentPage } from "~/data/posts/appointment-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";

interface AccountCardProps {
  readonly head: Pick<AppointmentHead, "id" | "name" | "tabs">;
  readonly account: AppointmentPage["account"];
}

/** The account that the pay goes to, masked, with what is doubtful about it. */
export function AccountCard({ head, account }: AccountCardProps) {
  const to = `/posts/appointments/${head.id}/account`;
  const mayOpen = head.tabs.includes("account");
  return (
    <Card
      title="收款账户"
      actions={
        mayOpen && (
          <ButtonLink to={to} size="small">
            {account === null ? "登记账户" : "查看完整账号、更换账户"}
          </ButtonLink>
        )
      }
    >
      {account === null ? (
        <p className="text-slate-700">还没有登记收款账户，工资表报审前必须登记。</p>
      ) : (
        <>
          <AccountDoubts name={head.name} account={account} />
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
        </>
      )}
    </Card>
  );
}

interface AccountDoubtsProps {
  readonly name: string;
  readonly account: NonNullable<AppointmentPage["account"]>;
}

/** Pay goes to the person's own account and nobody else's. */
function AccountDoubts({ name, account }: AccountDoubtsProps) {
  const { isOthers, holderName, sharedWith } = account;
  return (
    <>
      {isOthers && (
        <Notice kind="warning">
          {`户名“${holderName}”与本人姓名“${name}”不一致，工资表不能报审。请换成本人账户。`}
        </Notice>
      )}
      {sharedWith > 0 && (
        <Notice kind="warning">
          {`另有 ${sharedWith} 人登记了或用来收过工资的也是这个账号（含其他县），工资表不能报审。请核对是谁的账户；确是本人的，先把别人登记的改正，再由审核人在“收款账户”页核对。`}
        </Notice>
      )}
    </>
  );
}
