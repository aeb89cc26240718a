import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { ReasonCard } from "~/ui/forms/reason-card";
import { TextField } from "~/ui/forms/text-field";

/** The number in full, once: it comes with the answer to the form and is stored nowhere. */
export function ShownAccount({ account }: { readonly account: string }) {
  const full = <strong className="font-mono text-lg tabular-nums">{account}</strong>;
  return (
    <Card title="完整账号">
      <Notice kind="info" live>
        本次查看和理由已记入操作留痕。离开本页后账号不再显示。
      </Notice>
      <DescriptionList columns={1} items={[{ term: "账号", detail: full }]} />
    </Card>
  );
}

export function AccountReveal({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <ReasonCard
      title="查看完整账号"
      field={{ label: "理由", hint: "将与您的姓名、时间一起记入操作留痕" }}
      button={{
        ...{ intent: "reveal", label: "查看完整账号", pendingLabel: "正在查看…" },
        ...{ variant: "default", icon: "eye" },
      }}
      feedback={feedback}
    />
  );
}

/** For the reviewer, where another's pay once went to the account. */
export function AccountVouch({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <ReasonCard
      title="核对账号归属"
      note="由登记账户以外的审核人核对；仍有别人登记着同一账号的，不能核对"
      field={{ name: "note", label: "核对依据", hint: "如 已核对本人银行卡和身份证" }}
      button={{
        ...{ intent: "vouch", label: "确认是本人账号", pendingLabel: "正在保存…" },
        icon: "check",
      }}
      feedback={feedback}
    />
  );
}

interface AccountEntryProps {
  readonly name: string;
  readonly version: number;
  readonly isFirst: boolean;
  readonly feedback: Feedback | undefined;
}

/** The number is typed twice: the bank pays to whatever stands there. */
export function AccountEntry({ name, version, isFirst, feedback }: AccountEntryProps) {
  return (
    <Card title={isFirst ? "登记账户" : "更换账户"} note="工资只发到本人账户；更换后原账户留存备查">
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
            <TextField
              name="holderName"
              label="户名"
              hint="与本人姓名一致"
              required
              maxLength={30}
              defaultValue={name}
            />
            <TextField name="bankName" label="开户银行" required maxLength={40} />
            <TextField
              name="account"
              label="账号"
              hint="10 至 30 位数字"
              required
              inputMode="numeric"
              maxLength={40}
              autoComplete="off"
            />
            <TextField
              name="again"
              label="再填一次账号"
              required
              inputMode="numeric"
              maxLength={40}
              autoComplete="off"
            />
          </div>
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="save" pendingLabel="正在保存…">
          {isFirst ? "登记账户" : "更换账户"}
        </SubmitButton>
      </Form>
    </Card>
  );
}
