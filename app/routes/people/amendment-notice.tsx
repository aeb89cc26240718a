import { Link } from "@remix-run/react";
import { AMENDMENT_KEY, type PersonEvent } from "~/domain/people/timeline";
import { Notice } from "~/ui/display/notice";

/** What a sealed roster says of the person is no longer all there is. */
export function AmendmentNotice({ events }: { readonly events: readonly PersonEvent[] }) {
  const amendments = events.filter(({ key }) => key.startsWith(AMENDMENT_KEY));
  const [newest] = amendments;
  if (newest === undefined) return null;
  return (
    <Notice kind="warning" title={`封存后有更正 ${amendments.length} 项`}>
      名册封存之后另行更正过此人的信息，封存的名册不改动，两者不一致的以更正为准。
      <Link to={newest.to} className="ml-2 text-brand-600 underline">
        {amendments.length === 1 ? "查看更正" : "查看最近一项"}
      </Link>
    </Notice>
  );
}
