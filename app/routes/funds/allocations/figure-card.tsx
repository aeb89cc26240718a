import { Link } from "@remix-run/react";
import type { AllocationPage, CellFacts } from "~/data/funds/allocation-view.server";
import { amountText } from "~/domain/funds/allocation-amount";
import type { CheckedSum } from "~/domain/funds/balance";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";

interface FigureCardProps {
  readonly page: AllocationPage;
  /** The key of a sum or the id of a cell. */
  readonly of: string;
}

/** What the figure somebody opened is made of, or where it comes from and what it became. */
export function FigureCard({ page, of }: FigureCardProps) {
  const sum = page.balance.sums.find(({ key }) => key === of);
  if (sum !== undefined) return <SumCard sum={sum} />;
  const cell = page.cells.find(({ id }) => id === of);
  return cell === undefined ? null : <CellCard cell={cell} document={page.document} />;
}

function SumCard({ sum }: { readonly sum: CheckedSum }) {
  const { label, kind, unit, parts, base, stated, computed, holds } = sum;
  const arithmetic =
    kind === "share"
      ? `${amountText(parts[0]?.value ?? 0, "FEN")} ÷ ${amountText(base ?? 0, "FEN")}`
      : parts.map((part) => amountText(part.value, part.unit)).join(" ＋ ");
  return (
    <Card
      title={`${label}的构成`}
      note={`${arithmetic} ＝ ${amountText(computed, unit)}；表上 ${amountText(stated, unit)}，${holds ? "相符" : "不符"}`}
    >
      <ul>
        {parts.map((part) => (
          <li
            key={part.label}
            className="flex justify-between gap-4 border-b border-slate-100 py-1"
          >
            <span>{part.label}</span>
            <span className="tabular-nums">{amountText(part.value, part.unit)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface CellCardProps {
  readonly cell: CellFacts;
  readonly document: AllocationPage["document"];
}

function CellCard({ cell, document }: CellCardProps) {
  const pots =
    cell.pots.length === 0
      ? "还没有设立资金项目"
      : cell.pots.map(({ id, name, amountFen }) => (
          <Link key={id} to={`/funds/${id}`} className="block text-brand-700 underline">
            {name} {yuanText(amountFen as Fen)}
          </Link>
        ));
  return (
    <Card title={`${cell.unitName} · ${cell.column}：${amountText(cell.amount, cell.unit)}`}>
      <DescriptionList
        items={[
          {
            term: "依据",
            detail: (
              <Link to={`/documents/${document.id}`} className="text-brand-700 underline">
                {`${document.label} ${cell.clause}`}
              </Link>
            ),
          },
          { term: "项目", detail: cell.project === "" ? "没有分到项目" : cell.project },
          { term: "功能科目", detail: cell.functionText === "" ? "未写明" : cell.functionText },
          { term: "经济分类", detail: cell.economicText === "" ? "未写明" : cell.economicText },
          { term: "资金项目", detail: pots, wide: true },
          ...(cell.remark === null ? [] : [{ term: "提示", detail: cell.remark, wide: true }]),
        ]}
      />
    </Card>
  );
}
