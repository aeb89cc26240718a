import type { SerializeFrom } from "@remix-run/node";
import { ReadAloud } from "./read-aloud";
import type { ShownNotice } from "./sign-shown.server";

export function NoticeText({ notice }: { readonly notice: SerializeFrom<ShownNotice> }) {
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-xl font-semibold text-slate-900">{notice.title}</h2>
        <ReadAloud text={notice.spoken} />
      </div>
      {notice.sections.map(({ heading, text }) => (
        <div key={heading} className="mb-2">
          <h3 className="font-semibold text-slate-900">{heading}</h3>
          <p>{text}</p>
        </div>
      ))}
    </>
  );
}
