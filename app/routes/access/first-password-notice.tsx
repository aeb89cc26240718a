import { Notice } from "~/ui/display/notice";

interface FirstPasswordNoticeProps {
  readonly name: string;
  readonly account: string;
  readonly password: string;
}

/** The only time anybody sees it: the database keeps its hash. */
export function FirstPasswordNotice({ name, account, password }: FirstPasswordNoticeProps) {
  return (
    <Notice kind="success" live title={`${name}的初始密码，只显示这一次`}>
      <p className="my-2">
        账号 <strong className="font-mono">{account}</strong>，初始密码
        <strong className="mx-1 rounded border border-green-300 bg-white px-2 py-1 font-mono text-base">
          {password}
        </strong>
      </p>
      请当面或电话告知本人，7
      天内有效；首次登录后须改成自己的密码。关闭本页后无法再次查看，遗失只能重置。
    </Notice>
  );
}
