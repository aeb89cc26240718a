import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { PotHead } from "~/data/funds/pot-head-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";

interface VoucherFormProps {
  readonly head: Pick<PotHead, "isOpen" | "voidReason" | "hasFinalAccounts">;
  readonly feedback: Feedback | undefined;
  readonly button: string;
  /** None: the form brings no file. */
  readonly file?: { readonly label: string; readonly isRequired: boolean };
  readonly back: string;
  /** Taking the rest into a later year; nothing else is entered once the accounts are final. */
  readonly evenAfterAccounts?: true;
  readonly children: ReactNode;
}

/** A form about a pot in two columns, with its paper; of a pot that is over it says so instead. */
export function VoucherForm(props: VoucherFormProps) {
  const { head, feedback, button, file, back, children } = props;
  const away = <ButtonLink to={back}>返回</ButtonLink>;
  if (!head.isOpen) {
    return (
      <Notice kind="info" actions={away}>
        {head.voidReason === null
          ? "项目已通过验收并收尾，不再登记。"
          : "这个资金项目已作废，不再登记。"}
      </Notice>
    );
  }
  if (head.hasFinalAccounts && props.evenAfterAccounts !== true) {
    return (
      <Notice kind="info" actions={away}>
        已登记项目决算报告，不再登记；确需更正的，先到“收尾”从最后一步起作废到决算报告，再登记。
      </Notice>
    );
  }
  return (
    <Card className="max-w-4xl">
      <Form method="post" encType={file === undefined ? undefined : "multipart/form-data"}>
        <FormFeedback feedback={feedback}>
          <div className="grid gap-4 md:grid-cols-2">
            {children}
            {file !== undefined && (
              <FileField
                name="file"
                label={file.label}
                required={file.isRequired}
                accept={[".pdf", ".jpg", ".jpeg", ".png"]}
                hint="PDF 或图片，不超过 20 MB；每次打开都会留痕"
                className="md:col-span-2"
              />
            )}
          </div>
          <div className="mt-5 flex flex-wrap gap-2">
            <SubmitButton>{button}</SubmitButton>
            {away}
          </div>
        </FormFeedback>
      </Form>
    </Card>
  );
}
