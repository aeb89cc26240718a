import type { PotHead } from "~/data/funds/pot-head-view.server";
import type { PotPage } from "~/data/funds/pot-view.server";
import { yuanGrouped } from "~/domain/shared/fen";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import { arithmetic, rateText, tileMoney } from "./pot-text";

interface PotFiguresProps {
  readonly head: PotHead;
  readonly page: PotPage;
}

/** The figures of a pot, each opening what it is made of. */
export function PotFigures({ head, page }: PotFiguresProps) {
  const { id, amountFen, committedFen, leftFen } = head;
  const { receivedFen, spentFen, pendingFen, idleFen, idleDays, source } = page;
  const at = (rest: string) => `/funds/${id}${rest}`;
  const rest = restOf(head);
  const origin =
    source !== null
      ? `/allocations/${source.tableId}?of=${source.cellId}`
      : at(page.from === null ? "#facts" : "#origin");
  return (
    <StatTiles>
      <StatTile label="资金总额" {...tileMoney(amountFen)} to={origin} note="点开看下达依据" />
      <StatTile
        label="已安排"
        {...tileMoney(committedFen)}
        to={at("#committed")}
        note="批准的补贴、登记的支出和结转"
      />
      <StatTile
        label={rest.label}
        {...tileMoney(leftFen)}
        to={at("#committed")}
        note={rest.note}
        tone={rest.label === "锁定" ? "warning" : undefined}
      />
      <StatTile
        label="已到账"
        {...tileMoney(receivedFen)}
        to={at("#receipts")}
        note={carriedNote(page)}
      />
      <StatTile label="已支出" {...tileMoney(spentFen)} to={at("/spending?state=counted")} />
      <StatTile
        label="支出待审核"
        {...tileMoney(pendingFen)}
        to={at("/spending?state=pending")}
        tone={pendingFen > 0 ? "info" : undefined}
      />
      <StatTile
        label="滞留"
        {...tileMoney(idleFen)}
        to={at("#receipts")}
        note={idleDays === null ? "没有录入滞留天数" : `到账满 ${idleDays} 天未支出`}
        tone={idleFen > 0 ? "warning" : undefined}
      />
      <Rates id={id} page={page} />
    </StatTiles>
  );
}

/** What the rest of a pot is called: nothing of a closed one, and nothing after its accounts, is to be spent. */
function restOf({ isClosed, isLocked, isYearOver, hasFinalAccounts }: PotHead) {
  if (isClosed) return { label: "没有使用", note: "项目已收尾，不再安排" };
  if (isLocked || isYearOver) return { label: "锁定", note: "总额减去已安排" };
  if (hasFinalAccounts) return { label: "锁定", note: "已决算，年度结束后登记结转" };
  return { label: "可用", note: "总额减去已安排" };
}

function Rates({ id, page }: { readonly id: string; readonly page: PotPage }) {
  const { completion, use } = page;
  const at = (rest: string) => `/funds/${id}${rest}`;
  return (
    <>
      <StatTile
        label="资金使用率"
        value={rateText(use)}
        unit=""
        to={at("/spending?state=counted")}
        note={`支出 ÷ 到账：${arithmetic(use)}`}
      />
      <StatTile
        label="投资完成率"
        value={rateText(completion)}
        unit=""
        to={at("/project#progress")}
        note={
          completion.denominator === 0
            ? "没有登记计划投资，不计完成率"
            : `完成 ÷ 计划：${arithmetic(completion)}`
        }
      />
    </>
  );
}

function carriedNote({ carriedInFen, carriedOutFen }: PotPage): string | undefined {
  if (carriedInFen > 0) return `含结转转入 ${yuanGrouped(carriedInFen)} 元`;
  return carriedOutFen > 0 ? `不含结转转出 ${yuanGrouped(carriedOutFen)} 元` : undefined;
}
