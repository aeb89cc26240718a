import type { Actor } from "~/domain/access/actor";
import { quotaArea } from "~/domain/posts/quota";
import { quotaMisfit } from "~/domain/posts/quota-fit";
import { fen, yuanText } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { recordOf } from "./appointment-store.server";
import { quotaOf } from "./quota-store.server";

export interface FittingQuotas {
  /** Whether the post stands under a quota already. */
  readonly isUnderQuota: boolean;
  readonly rate: string;
  readonly quotas: readonly { readonly value: string; readonly label: string }[];
}

const MOST_QUOTAS = 500;

/** The quotas of the county that a post in sight fits into; those of its title first. */
export function listFittingQuotas(actor: Actor, appointmentId: string): Promise<FittingQuotas> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.postAppointment.findUniqueOrThrow({ where: { id: appointmentId } });
    const one = recordOf(row);
    const rows = await tx.postQuota.findMany({
      where: { countyCode: one.countyCode },
      orderBy: [{ fromOn: "desc" }, { id: "desc" }],
      take: MOST_QUOTAS,
    });
    const fitting = rows.map(quotaOf).filter(({ facts }) => quotaMisfit(one, facts) === null);
    const isSame = ({ facts }: (typeof fitting)[number]) => facts.title === one.title;
    const sorted = [...fitting.filter(isSame), ...fitting.filter((quota) => !isSame(quota))];
    const quotas = sorted.map(({ id, facts, isClosed }) => {
      const { documentNumber, title, posts, monthlyRateFen, fromOn, toOn } = facts;
      const words = [`${quotaArea(facts)} ${title}`, documentNumber, `${posts} 个岗位`];
      const rate = `每月 ${yuanText(monthlyRateFen)}`;
      const label = [...words, rate, `${fromOn} 至 ${toOn}`].join(" · ");
      return { value: id, label: isClosed ? `${label}（已关闭）` : label };
    });
    return { isUnderQuota: one.quotaId !== null, rate: yuanText(fen(one.monthlyRateFen)), quotas };
  });
}
