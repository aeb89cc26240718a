import type { RelatedDocument } from "~/data/funds/document-view.server";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface DocumentFieldsProps {
  readonly documents: readonly RelatedDocument[];
  /** What is stored, when it is written anew. */
  readonly stored?: Readonly<Record<string, string>>;
}

/** The fields of a document, but for its area. */
export function DocumentFields({ documents, stored = {} }: DocumentFieldsProps) {
  const options = documents.map(({ id, label, issuer }) => ({
    value: id,
    label: `${label}（${issuer}）`,
  }));
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <TextField
        name="issuer"
        label="发文单位"
        required
        maxLength={120}
        hint="联合发文的用顿号隔开"
        defaultValue={stored["issuer"]}
      />
      <TextField
        name="number"
        label="文号"
        maxLength={60}
        hint="如 曲财农〔2020〕31号；没有文号的不填"
        defaultValue={stored["number"]}
      />
      <TextField
        name="title"
        label="标题"
        required
        maxLength={120}
        defaultValue={stored["title"]}
        className="md:col-span-2"
      />
      <DateField
        name="issuedOn"
        label="发文日期"
        hint="只见引用、日期不详的不填"
        defaultValue={stored["issuedOn"]}
      />
      <SelectField
        name="supersedesId"
        label="替代的文件"
        options={options}
        emptyLabel="没有"
        defaultValue={stored["supersedesId"]}
      />
      <WhatItSays stored={stored} />
    </div>
  );
}

/** Clauses and deadlines, one a line. */
function WhatItSays({ stored }: { readonly stored: Readonly<Record<string, string>> }) {
  return (
    <>
      <TextAreaField
        name="clauses"
        label="条款"
        rows={8}
        hint="一行一条：条款、空格、概述，如“四(三)1 方式限五种”。用自己的话概括，不照抄。"
        defaultValue={stored["clauses"]}
        className="md:col-span-2"
      />
      <TextAreaField
        name="deadlines"
        label="期限"
        rows={4}
        hint="一行一条：条款、事项、日期、说明，用空格隔开，如“4二 项目编制 2022-07-20 完成拨付”。同一事项写相同的名称，前后不一致会提示。"
        defaultValue={stored["deadlines"]}
        className="md:col-span-2"
      />
      <TextAreaField
        name="note"
        label="备注"
        rows={2}
        maxLength={500}
        defaultValue={stored["note"]}
        className="md:col-span-2"
      />
    </>
  );
}
