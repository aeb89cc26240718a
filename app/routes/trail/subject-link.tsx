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
        <Link to={page.to(subjectId)} className="py-0.5 text-brand-600 hover:underline">
          {page.label}
        </Link>
      )}
      <Link
        to={`/trail?${new URLSearchParams({ subject: subjectId }).toString()}`}
        className="py-0.5 text-brand-600 hover:underline"
      >
        相关留痕
      </Link>
    </span>
  );
}

/** Only pages that a reader of the trail may open. */
const PAGES: Readonly<
  Record<string, { readonly to: (id: string) => string; readonly label: string }>
> = {
  mediaItem: { to: (id) => `/media/${id}`, label: "影像" },
  person: { to: (id) => `/people/${id}`, label: "人员" },
  registrySnapshot: { to: (id) => `/registry/${id}`, label: "建档立卡数据" },
  roster: { to: (id) => `/rosters/${id}`, label: "花名册" },
  trainingClass: { to: (id) => `/classes/${id}`, label: "培训班" },
  // A township's or village's code begins with its county's.
  region: { to: (id) => `/regions/${id.slice(0, 6)}`, label: "地区" },
};
