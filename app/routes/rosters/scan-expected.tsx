import { Link } from "@remix-run/react";
import type { ExpectedRow, ScanListView } from "~/data/evidence/scan-list-view.server";
import type { RosterKind } from "~/domain/rosters/roster";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ProblemList } from "~/ui/tables/problem-list";
import { SIGNING_WORDS } from "./signing-words";

interface ExpectedPagesProps {
  readonly roster: { readonly id: string; readonly kind: RosterKind };
  readonly scans: ScanListView;
}

/** The newest printing page by page: what has come, and who is missing with what has not. */
export function ExpectedPages({ roster, scans: { print, expected } }: ExpectedPagesProps) {
  const { id: rosterId, kind } = roster;
  const words = SIGNING_WORDS[kind];
  const toPrint = <ButtonLink to={`/rosters/${rosterId}/print`}>{words.toPrint}</ButtonLink>;
  if (print === null) {
    return (
      <Notice kind="info" title={words.notPrinted} actions={toPrint}>
        {words.howPaper}
      </Notice>
    );
  }
  const missing = expected.filter(({ state }) => state === "missing");
  const came = expected.filter(({ state }) => state === "received");
  const older = expected.filter(({ state }) => state === "byOlder" || state === "offPaper");
  return (
    <Card
      title={`第 ${print.printNo} 次打印，共 ${expected.length} 页`}
      note={`已收到 ${came.length} 页，${missing.length === 0 ? "没有缺页" : `缺 ${missing.length} 页`}`}
    >
      {print.isOutdated && (
        <Notice kind="warning" actions={toPrint}>
          这次打印之后内容有变动。没有变动的人已签的仍可采用；有变动和新增的人请重新打印、签字。
        </Notice>
      )}
      <ProblemList
        label="没有收到的页"
        problems={missing.map((page) => ({
          severity: "warning",
          place: page.name,
          message: `未收到：${page.people.join("、")}`,
        }))}
      />
      <ReceivedPages rosterId={rosterId} pages={[...came, ...older]} />
    </Card>
  );
}

function ReceivedPages(props: {
  readonly rosterId: string;
  readonly pages: readonly ExpectedRow[];
}) {
  const { rosterId, pages } = props;
  if (pages.length === 0) return null;
  return (
    <ul aria-label="已收到的页" className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
      {pages.map(({ name, pageId, state }) => (
        <li key={name}>
          <span aria-hidden="true" className="text-green-700">
            ✓{" "}
          </span>
          {pageId === null ? (
            `${name}：${state === "offPaper" ? "各人已在屏幕上签收" : "各人已在较早打印的页上签字"}`
          ) : (
            <Link
              to={`/rosters/${rosterId}/scans/${pageId}`}
              className="text-brand-600 hover:underline"
            >
              {name}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
