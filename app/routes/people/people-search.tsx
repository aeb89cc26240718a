import { Form, useSearchParams } from "@remix-run/react";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { TextField } from "~/ui/forms/text-field";

/** Sent as a post: what is typed may be an ID number, and no number may stand in an address. */
export function PeopleSearch({ counties }: { readonly counties: readonly RegionChoice[] }) {
  const [search] = useSearchParams();
  const text = search.get("q") ?? "";
  const county = search.get("county") ?? "";
  return (
    <Form
      key={`${text} ${county}`}
      method="post"
      role="search"
      aria-label="查找人员"
      data-filter-bar=""
      className="mb-3 grid grid-cols-1 items-end gap-x-4 gap-y-3 rounded border border-slate-200 bg-white p-3 sm:grid-cols-2 lg:grid-cols-3 print:hidden"
    >
      <TextField
        name="q"
        label="姓名、拼音首字母或完整身份证号"
        type="search"
        defaultValue={text}
        maxLength={40}
      />
      <RegionPicker
        name="county"
        label="县（市、区）"
        regions={counties}
        emptyLabel="全部"
        defaultValue={county}
      />
      <div className="flex items-center gap-2">
        <SubmitButton icon="search" pendingLabel="正在查询…">
          查询
        </SubmitButton>
        <ButtonLink to="/people" reloadDocument>
          重置
        </ButtonLink>
      </div>
    </Form>
  );
}
