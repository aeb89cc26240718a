import type { FormChoice } from "~/data/posts/post-forms-view.server";
import { POST_FORM_NAMES } from "~/domain/posts/post-form";
import { ButtonLink } from "~/ui/actions/button";
import type { Column } from "~/ui/tables/column";
import { formQuery, type FormAddress } from "./form-address";

const ABOUT: Readonly<Record<FormChoice["form"], string>> = {
  holders: "当月在岗人员的身份证号、联系电话、岗位、任期和脱贫状态",
  attendance: "当月每天的出勤、休息、请假、缺勤",
  wages: "每人应发、实发、收款账户（隐去中间数字）、发放日期和签收情况；报账用，本人签收用签收表",
  notice: "拟聘人员姓氏、村、岗位和任期，不含身份证号和电话",
};

/** Where a form is asked for. */
export function formHref(of: FormAddress, { form, which }: FormChoice): string {
  return `/posts/forms/${form}${formQuery({ ...of, which })}`;
}

export function formColumns(of: FormAddress): readonly Column<FormChoice>[] {
  return [
    { key: "name", header: "表单", isRowHeader: true, cell: (one) => POST_FORM_NAMES[one.form] },
    { key: "of", header: "范围", cell: (one) => one.label },
    {
      key: "about",
      header: "内容",
      cell: (one) => ABOUT[one.form],
      className: "hidden min-w-[12rem] whitespace-normal md:table-cell",
    },
    {
      key: "make",
      header: "操作",
      cell: (one) => (
        <span className="inline-flex flex-wrap gap-2">
          <ButtonLink
            to={formHref(of, one)}
            size="small"
            icon="print"
            aria-label={`打印或下载${POST_FORM_NAMES[one.form]} ${one.label}`}
          >
            打印或下载
          </ButtonLink>
          {one.rosterId !== null && (
            <ButtonLink
              to={`/rosters/${one.rosterId}/print`}
              size="small"
              icon="print"
              aria-label={`打印签收表 ${one.label}`}
            >
              打印签收表
            </ButtonLink>
          )}
        </span>
      ),
    },
  ];
}
