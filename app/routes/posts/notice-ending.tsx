import { Form } from "@remix-run/react";
import type { NoticePage } from "~/data/posts/notice-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { ReasonCard } from "~/ui/forms/reason-card";
import { TextField } from "~/ui/forms/text-field";

interface NoticeEndingProps {
  readonly notice: Pick<
    NoticePage,
    "state" | "toOn" | "isOver" | "isLate" | "proof" | "people" | "version"
  >;
  readonly feedback: Feedback | undefined;
}

/** Ends a notice that is over, or takes it back. */
export function NoticeEnding({ notice, feedback }: NoticeEndingProps) {
  const { state, toOn, isOver, version } = notice;
  const isUnproved = notice.isLate && notice.proof === null;
  const isAnyConfirmed = notice.people.some(({ isConfirmed }) => isConfirmed);
  const intent = feedback?.values?.["intent"];
  return (
    <>
      {state === "open" && (
        <Card title="结束公示" note={endingNote(isOver, isUnproved, toOn)}>
          {isOver && !isUnproved && (
            <Form method="post" className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="version" value={version} />
              <FormFeedback feedback={intent === "close" ? feedback : undefined}>
                <TextField
                  name="closingNote"
                  label="公示情况说明"
                  maxLength={200}
                  className="w-full md:w-96"
                />
              </FormFeedback>
              <SubmitButton name="intent" value="close" pendingLabel="正在结束…">
                结束公示
              </SubmitButton>
            </Form>
          )}
        </Card>
      )}
      {!isAnyConfirmed && (
        <ReasonCard
          title="撤回公示"
          note="名单或内容有误的撤回，改正后重新公示；原名单和异议保留，异议对此人的下一次公示仍有效"
          version={version}
          field={{ label: "撤回原因" }}
          button={{
            ...{ intent: "withdraw", label: "撤回公示", pendingLabel: "正在撤回…" },
            variant: "danger",
          }}
          feedback={intent === "withdraw" ? feedback : undefined}
        />
      )}
    </>
  );
}

function endingNote(isOver: boolean, isUnproved: boolean, toOn: string): string {
  if (!isOver) return `公示到 ${toOn} 为止，次日起可以结束`;
  return isUnproved
    ? "补录的公示，先上传公示照片或扫描件，才能结束"
    : "公示期已满，异议处理完即可结束";
}
