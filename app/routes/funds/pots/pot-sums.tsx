import type { PotLine } from "~/data/funds/pot-list-view.server";
import { fen, yuanGrouped } from "~/domain/shared/fen";

/** The sums of the pots shown, under their columns. */
export function PotSums({ pots }: { readonly pots: readonly PotLine[] }) {
  const sum = (of: (pot: PotLine) => number) =>
    yuanGrouped(fen(pots.reduce((total, pot) => total + of(pot), 0)));
  const cell = "border-t border-slate-300 px-3 py-2 text-right tabular-nums";
  return (
    <tr>
      <th scope="row" colSpan={2} className="border-t border-slate-300 px-3 py-2 text-left">
        合计 {pots.length} 个
      </th>
      <td className={cell}>{sum((pot) => pot.amountFen)}</td>
      <td className={cell}>{sum((pot) => pot.availableFen)}</td>
      <td className={cell}>{sum((pot) => pot.receivedFen)}</td>
      <td className={cell}>{sum((pot) => pot.spentFen)}</td>
      <td colSpan={4} className="border-t border-slate-300" />
    </tr>
  );
}
