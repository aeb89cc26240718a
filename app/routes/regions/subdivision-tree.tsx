import { Form } from "@remix-run/react";
import type { CountyPage } from "~/data/regions/region-view.server";
import type { Subdivision } from "~/domain/regions/subdivision";
import { buttonClass } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { TextField } from "~/ui/forms/text-field";

interface SubdivisionTreeProps {
  readonly townships: CountyPage["townships"];
  readonly mayWrite: boolean;
  readonly errors: Readonly<Record<string, string>> | undefined;
}

/** Townships, each opening to its villages. */
export function SubdivisionTree({ townships, mayWrite, errors }: SubdivisionTreeProps) {
  const villages = townships.reduce((sum, township) => sum + township.villages.length, 0);
  const line = (entry: Subdivision) => (
    <Entry entry={entry} mayWrite={mayWrite} error={errors?.[`name-${entry.code}`]} />
  );
  return (
    <Card title="乡镇和行政村" note={`${townships.length} 个乡镇，${villages} 个行政村`}>
      {townships.length === 0 && (
        <EmptyState title="还没有录入乡镇" icon="region">
          {mayWrite ? "在下方录入；" : "由县经办人录入；"}名册上的住址用不到时也可以不录。
        </EmptyState>
      )}
      <ul className="divide-y divide-slate-200">
        {townships.map((township) => (
          <li key={township.code} className="py-2">
            {line(township)}
            {township.villages.length > 0 && (
              <details className="ml-4 mt-1" open={isOpen(township.villages, errors)}>
                <summary className="inline-block cursor-pointer rounded text-brand-600">
                  {township.villages.length} 个行政村
                </summary>
                <ul className="mt-1 space-y-1">
                  {township.villages.map((village) => (
                    <li key={village.code}>{line(village)}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function isOpen(villages: readonly Subdivision[], errors: SubdivisionTreeProps["errors"]) {
  return villages.some(({ code }) => errors?.[`name-${code}`] !== undefined);
}

interface EntryProps {
  readonly entry: Subdivision;
  readonly mayWrite: boolean;
  readonly error: string | undefined;
}

function Entry({ entry, mayWrite, error }: EntryProps) {
  const { code, name } = entry;
  return (
    <div className="flex flex-wrap items-start gap-x-3">
      <code className="text-slate-600">{code}</code>
      <span>{name}</span>
      {mayWrite && (
        <details open={error !== undefined}>
          <summary className={buttonClass("text", "small")}>修改</summary>
          <Form method="post" className="mt-1 flex flex-wrap items-end gap-2">
            <input type="hidden" name="code" value={code} />
            <TextField
              id={`field-name-${code}`}
              name="name"
              label={`${name}的新名称`}
              defaultValue={name}
              error={error}
              maxLength={30}
            />
            <SubmitButton name="intent" value="rename" size="small" variant="default">
              改名
            </SubmitButton>
            <SubmitButton name="intent" value="remove" size="small" variant="danger">
              删除
            </SubmitButton>
          </Form>
        </details>
      )}
    </div>
  );
}
