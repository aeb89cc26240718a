import { WageReasonCard, type WageFeedback } from "./wage-reason-card";

/** The reviewer's word that the number is right although the bank gave it back. */
export function ReleaseAccount(props: {
  readonly version: number;
  readonly feedback: WageFeedback;
}) {
  return (
    <WageReasonCard
      title="准许再发往原账号"
      note="银行退回过的账号不再代发；确属银行差错、账号无误的，写明依据后准许"
      intent="release"
      label="准许的依据"
      hint="如 银行来电说明系统故障，账号、户名经核对无误"
      button="准许再发"
      {...props}
    />
  );
}
