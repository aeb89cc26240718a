import { SubmitButton } from "~/ui/actions/submit-button";
import { Notice } from "~/ui/display/notice";

/** How many were entered. */
export function Saved({ people }: { readonly people: string }) {
  return (
    <Notice kind="success" live>
      {`已登记 ${people} 人的考勤。`}
    </Notice>
  );
}

/** Each complaint with the name of the row it is about. */
export function namedErrors(
  errors: Readonly<Record<string, string>> | undefined,
  rows: readonly { readonly id: string; readonly name: string }[],
) {
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  return Object.entries(errors ?? {}).map(([field, message]) => {
    const name = nameOf.get(field.replace(/^\w+\./, ""));
    return name === undefined ? { message } : { field, message: `${name}：${message}` };
  });
}

/** Saves what was written, or enters those who are ticked as having worked the whole month. */
export function SaveButtons() {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <SubmitButton name="intent" value="save" pendingLabel="正在保存…">
        保存本页
      </SubmitButton>
      <SubmitButton name="intent" value="wholeMonth" variant="default">
        勾选的人登记为全月出勤
      </SubmitButton>
      <span className="text-slate-600">例外按日填写，如 3、15-17，随同保存</span>
    </div>
  );
}
