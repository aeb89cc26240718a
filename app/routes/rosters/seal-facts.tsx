import { Link } from "@remix-run/react";
import type { SealPage } from "~/data/evidence/seal-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";

interface SealFactsProps {
  readonly rosterId: string;
  readonly seal: NonNullable<SealPage["seal"]>;
  readonly mayPrint: boolean;
}

/** The seal as it stands on paper too. */
export function SealFacts({ rosterId, seal, mayPrint }: SealFactsProps) {
  return (
    <Card
      title="封存"
      note="花名册、课次考勤、影像、监督、签字手印和结业结果都已冻结"
      actions={
        mayPrint && (
          <ButtonLink to={`/rosters/${rosterId}/seal/print`} icon="print" variant="primary">
            打印封存名册
          </ButtonLink>
        )
      }
    >
      <DescriptionList
        items={[
          { term: "封存人", detail: seal.sealedByName },
          { term: "封存时间", detail: chinaMinute(seal.sealedAt) },
          { term: "人数", detail: `${seal.headcount} 人` },
          { term: "签字、手印、影像、监督", detail: `${seal.evidenceCount} 件` },
          { term: "编号", detail: <span className="font-mono">{seal.code}</span> },
          {
            term: "封存后更正",
            detail: (
              <Link
                to={`/rosters/${rosterId}/amendments`}
                className="text-brand-600 hover:underline"
              >
                {seal.amendments} 项
              </Link>
            ),
          },
          {
            term: `摘要（SHA-256，${seal.algorithm}）`,
            detail: (
              <span className="flex flex-wrap gap-x-3 font-mono">
                {seal.digest.map((group, index) => (
                  <span key={index}>{group}</span>
                ))}
              </span>
            ),
            wide: true,
          },
        ]}
      />
      <p className="mt-3 text-slate-600">
        持封存名册的任何人都可以在
        <Link to="/verify" className="text-brand-600 hover:underline">
          核验页面
        </Link>
        用编号和摘要核对，不需要账号。
      </p>
    </Card>
  );
}
