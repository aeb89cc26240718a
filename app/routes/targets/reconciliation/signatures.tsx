import { Form } from "@remix-run/react";
import type { ReconciliationPage } from "~/data/targets/reconciliation-view.server";
import type { ReconciliationSide } from "~/domain/targets/reconciliation";
import { SIDE_LABELS } from "~/domain/targets/reconciliation";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";

interface SignaturesProps {
  readonly one: ReconciliationPage;
  readonly feedback: Feedback | undefined;
}

/** Who has signed, and the button of whose turn it is; below, the way back for the level above. */
export function Signatures({ one, feedback }: SignaturesProps) {
  return (
    <Card title="双方签字" note="双方都签后本月锁定，不再改动">
      <div className="grid gap-4 md:grid-cols-2">
        <Side one={one} side="county" />
        <Side one={one} side="district" />
      </div>
      {one.offers.reopen && <Reopen one={one} feedback={feedback} />}
    </Card>
  );
}

interface SideProps {
  readonly one: ReconciliationPage;
  readonly side: ReconciliationSide;
}

function Side({ one, side }: SideProps) {
  const isCounty = side === "county";
  const { signed, figure } = isCounty ? one.county : one.district;
  const [maySign, mayWithdraw] = isCounty
    ? [one.offers.signCounty, one.offers.withdrawCounty]
    : [one.offers.signDistrict, one.offers.withdrawDistrict];
  const place = isCounty ? one.countyName : one.districtName;
  return (
    <div className="rounded border border-slate-200 p-3">
      <h3 className="font-semibold text-slate-900">
        {SIDE_LABELS[side]}（{place}）
      </h3>
      {signed === null ? (
        <p className="mt-1 text-slate-600">未签字</p>
      ) : (
        <p className="mt-1">
          {signed.name} 于 {chinaMinute(signed.at)} 签字
        </p>
      )}
      {maySign && (
        <Form method="post" className="mt-3">
          <Hidden intent={isCounty ? "signCounty" : "signDistrict"} version={one.version} />
          <p className="mb-2">
            本人确认：{place}本月新增 {figure ?? 0} 人，名单和差异说明属实。
          </p>
          <SubmitButton pendingLabel="正在签字…">{`${SIDE_LABELS[side]}签字`}</SubmitButton>
        </Form>
      )}
      {mayWithdraw && (
        <Form method="post" className="mt-3">
          <Hidden intent={isCounty ? "withdrawCounty" : "withdrawDistrict"} version={one.version} />
          <SubmitButton variant="default" pendingLabel="正在撤回…">
            撤回本人签字
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}

function Reopen({ one, feedback }: SignaturesProps) {
  return (
    <Form method="post" className="mt-4 max-w-2xl border-t border-slate-200 pt-4">
      <Hidden intent="reopen" version={one.version} />
      <FormFeedback feedback={feedback}>
        <TextAreaField
          name="reason"
          label="重新打开的原因"
          hint="双方签字随之失效，从下一轮重新核对；本轮的名单、说明和签字记录保留"
          rows={2}
          maxLength={200}
          required
        />
      </FormFeedback>
      <div className="mt-3">
        <SubmitButton variant="danger" pendingLabel="正在打开…">
          重新打开本月对账
        </SubmitButton>
      </div>
    </Form>
  );
}

function Hidden({ intent, version }: { readonly intent: string; readonly version: number }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
