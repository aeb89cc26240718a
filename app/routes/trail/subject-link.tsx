import { Link } from "@remix-run/react";
import { subjectPage, type TrailSubject } from "~/domain/trail/subject-page";

/** What an event is about, as far as it has a page; the rest of its trail hangs on the same id. */
export function SubjectLink({ subject }: { readonly subject: TrailSubject }) {
  const { subjectId } = subject;
  if (subjectId === "") return "—";
  const page = subjectPage(subject);
  return (
    <span className="flex flex-wrap gap-x-3">
      {page !== null && (
        <Link to={page.to} className="py-0.5 text-brand-600 hover:underline">
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
