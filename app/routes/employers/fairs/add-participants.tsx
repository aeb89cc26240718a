import { Form } from "@remix-run/react";
import { MOST_PARTICIPANT_ROWS } from "~/domain/employers/fair-participant-row";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import { DataTable } from "~/ui/tables/data-table";
import { ProblemList } from "~/ui/tables/problem-list";
import { CANDIDATE_COLUMNS } from "../candidate-columns";
import type { Candidate } from "../person-candidates.server";
import { NewcomerCard } from "./newcomer-card";

interface AddParticipantsProps {
  readonly loaded: { readonly q: string; readonly candidates: readonly Candidate[] };
  readonly feedbackOf: (intent: string) => Feedback | undefined;
}

const PICK = "pick-people";

/** By name, by number, or by a list; each way is a form of its own. */
export function AddParticipants({ loaded, feedbackOf }: AddParticipantsProps) {
  const { q, candidates } = loaded;
  return (
    <>
      <Card title="按姓名或身份证号加入" className="mt-4">
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <FormFeedback feedback={feedbackOf("find")}>
            <TextField
              name="q"
              label="姓名、拼音首字母或完整身份证号"
              hint="写姓名的列出同名的人供勾选；写身份证号的直接加入"
              maxLength={40}
              defaultValue={q}
              className="w-full md:w-96"
            />
          </FormFeedback>
          <SubmitButton name="intent" value="find" icon="search" pendingLabel="正在查找…">
            查找
          </SubmitButton>
        </Form>
        {q !== "" && (
          <Form id={PICK} method="post" className="mt-4">
            <DataTable
              caption="找到的人"
              columns={CANDIDATE_COLUMNS}
              rows={candidates}
              rowKey={(row) => row.id}
              tall={false}
              selection={{ name: "person", formId: PICK, label: (row) => `选择${row.name}` }}
              empty={
                <EmptyState title="本县没有这个姓名的人" icon="search">
                  请核对姓名；没有登记过的，在下面填写姓名和身份证号。
                </EmptyState>
              }
            />
            {candidates.length > 0 && (
              <SubmitButton className="mt-3" name="intent" value="add" pendingLabel="正在加入…">
                加入勾选的人
              </SubmitButton>
            )}
          </Form>
        )}
      </Card>
      <NewcomerCard feedback={feedbackOf("newcomer")} />
      <ListCard feedback={feedbackOf("list")} />
    </>
  );
}

function ListCard({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <Card title="粘贴或上传名单" note={`一次最多 ${MOST_PARTICIPANT_ROWS} 人`}>
      <Form method="post" encType="multipart/form-data" className="space-y-4">
        <FormFeedback feedback={feedback}>
          <TextAreaField
            name="numbers"
            label="身份证号"
            hint="每行一个，可以带姓名；带姓名的会与系统中的姓名核对"
            rows={4}
          />
          <FileField
            name="file"
            label="或上传名单文件"
            hint="第一行写表头，至少有“身份证号”一列；名单只读取，不留存"
            accept={[".xlsx", ".xls", ".csv"]}
          />
        </FormFeedback>
        <SubmitButton pendingLabel="正在读取…">加入名单上的人</SubmitButton>
      </Form>
    </Card>
  );
}

interface Added {
  readonly added: number;
  readonly already: number;
  readonly problems: readonly { readonly sheetRow: number; readonly message: string }[];
}

/** What became of a list: how many went in, and every row that did not, with cause and cure. */
export function AddedNotice({ added }: { readonly added: Added }) {
  const { problems, already } = added;
  return (
    <>
      <Notice kind={problems.length > 0 ? "warning" : "success"} live>
        加入 {added.added} 人{already > 0 && `，${already} 人原已在名单中`}
        {problems.length > 0 && `；${problems.length} 行没有加入，原因如下`}。
      </Notice>
      {problems.length > 0 && (
        <div className="mb-4">
          <ProblemList
            label="没有加入的行"
            problems={problems.map(({ sheetRow, message }) => ({
              severity: "refused",
              place: `第 ${sheetRow} 行`,
              message,
            }))}
          />
        </div>
      )}
    </>
  );
}
