import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { PotHead } from "~/data/funds/pot-head-view.server";
import type { PotPage } from "~/data/funds/pot-view.server";
import { rateOf } from "~/domain/funds/rates";
import { yuanGrouped, type Fen } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { rateText } from "./pot-text";

interface SetAsideCardProps {
  readonly head: Pick<PotHead, "id" | "committedFen" | "purpose" | "amountFen">;
  readonly page: PotPage;
}

/** What the money set aside is made of. */
export function SetAsideCard({ head, page }: SetAsideCardProps) {
  const { claims, into, directFen, repaidFen } = page;
  return (
    <div id="committed" className="scroll-mt-4">
      <Card
        title="已安排资金的构成"
        note={`合计 ${yuanGrouped(head.committedFen)} 元；补贴在第二个部门批准时计入`}
      >
        {head.committedFen === 0 && claims.length === 0 ? (
          <p className="text-slate-600">还没有安排资金。</p>
        ) : (
          <ul>
            {head.purpose === "LABOUR_TRANSFER" && directFen > 0 && (
              <li className="py-1.5 text-amber-800">
                转移就业资金以补贴申领为主；直接支出占项目资金
                {rateText(rateOf(directFen, head.amountFen))}，各笔都写明了理由。
              </li>
            )}
            <Part label="补贴以外的支出" amount={directFen}>
              <Link
                to={`/funds/${head.id}/spending?state=direct`}
                className="text-brand-700 underline"
              >
                查看支出
              </Link>
            </Part>
            {claims.map(({ id, label, amountFen }) => (
              <Part key={id} label="批准的补贴" amount={amountFen}>
                <Link to={`/claims/${id}`} className="text-brand-700 underline">
                  {label}
                </Link>
              </Part>
            ))}
            {into.map(({ id, name, year, amountFen }) => (
              <Part key={id} label={`结转到 ${year} 年`} amount={amountFen}>
                <Link to={`/funds/${id}`} className="text-brand-700 underline">
                  {name}
                </Link>
              </Part>
            ))}
            {repaidFen > 0 && (
              <Part label="减：追回和停发的补贴" amount={repaidFen}>
                <Link to="/clawbacks" className="text-brand-700 underline">
                  查看追回
                </Link>
              </Part>
            )}
          </ul>
        )}
      </Card>
    </div>
  );
}

interface PartProps {
  readonly label: string;
  readonly amount: Fen;
  readonly children: ReactNode;
}

function Part({ label, amount, children }: PartProps) {
  return (
    <li className="flex flex-wrap justify-between gap-x-4 border-b border-slate-100 py-1.5">
      <span>
        {label} <span className="ml-2">{children}</span>
      </span>
      <span className="ml-auto tabular-nums">{yuanGrouped(amount)} 元</span>
    </li>
  );
}
