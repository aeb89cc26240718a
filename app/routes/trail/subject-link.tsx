import { Link } from "@remix-run/react";

/** What an event is about, as far as it has a page; the rest of its trail hangs on the same id. */
export function SubjectLink(props: {
  readonly subject: { readonly subjectKind: string; readonly subjectId: string };
}) {
  const { subjectKind, subjectId } = props.subject;
  if (subjectId === "") return "—";
  const page = PAGES[subjectKind];
  return (
    <span className="flex flex-wrap gap-x-3">
      {page && (
        <Link to={`${page.path}/${subjectId}`} className="text-brand-600 hover:underline">
          {page.label}
        </Link>
      )}
      <Link
        to={`/trail?${new URLSearchParams({ subject: subjectId }).toString()}`}
        className="text-brand-600 hover:underline"
      >
        相关留痕
      </Link>
    </span>
  );
}

const PAGES: Readonly<Record<string, { readonly path: string; readonly label: string }>> = {
  person: { path: "/people", label: "人员" },
  registrySnapshot: { path: "/registry", label: "建档立卡数据" },
  roster: { path: "/rosters", label: "名册" },
  rosterImport: { path: "/rosters/imports", label: "名册导入" },
  trainingClass: { path: "/classes", label: "培训班" },
  region: { path: "/regions", label: "地区" },
  user: { path: "/users", label: "用户" },
  organisation: { path: "/organisations", label: "单位" },
};
