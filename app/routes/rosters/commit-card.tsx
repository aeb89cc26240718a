import { Form } from "@remix-run/react";
import type { ImportView } from "~/data/rosters/import-view.server";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";

/** The last step: what will happen, and the buttons that make it happen. */
export function CommitCard({ view }: { readonly view: ImportView }) {
  const { rows, refused, undecided, onRoster } = view.counts;
  const good = rows - refused;
  const { ledger, here, afterwards } = IMPORT_LAYOUTS[view.layout];
  const target = view.classId === null ? view.label : `“${view.label}”的${ledger}`;
  const isBlocked = undecided > 0 || good === 0;
  return (
    <Card title="确认入册">
      <ul className="mb-3 list-disc space-y-1 pl-5 text-slate-700">
        <li>
          将有 <strong className="tabular-nums">{good}</strong> 行写入{target}
          {onRoster > 0 && `，其中 ${onRoster} 行${here}已有，不重复写入`}
        </li>
        {refused > 0 && (
          <li>
            <strong className="tabular-nums text-red-700">{refused}</strong>{" "}
            行有错：改正后一并入册，或先只导入无错的行，有错的行留在错误表里
          </li>
        )}
        {undecided > 0 && (
          <li className="text-amber-800">
            {undecided} 行与已有记录不一致，请先在“与记录不一致”中选定以哪个为准
          </li>
        )}
        <li>要么全部写入，要么一行也不写；{afterwards}</li>
      </ul>
      {!isBlocked && (
        <Form method="post">
          {refused === 0 ? (
            <SubmitButton name="intent" value="commitAll">{`确认入册（${good} 行）`}</SubmitButton>
          ) : (
            <SubmitButton name="intent" value="commitGood" variant="default">
              {`只导入无错的 ${good} 行`}
            </SubmitButton>
          )}
        </Form>
      )}
    </Card>
  );
}
