import { fen, type Fen } from "../shared/fen";

/** A share with what it was worked out from, both in fen; null where there is nothing to divide by. */
export interface Rate {
  readonly numerator: Fen;
  readonly denominator: Fen;
  /** Hundredths of a per cent, rounded half up, for reading; whether a threshold is reached the fractions say. */
  readonly basisPoints: number | null;
}

export interface PotFigures {
  readonly plannedFen: Fen;
  readonly completedFen: Fen;
  readonly receivedFen: Fen;
  /** Paid out and reviewed, or paid through claims. */
  readonly spentFen: Fen;
}

/** 投资完成率: what is done of what the projects are to cost; sum over sum, of those whose cost was entered. */
export function investmentCompletionRate(pots: readonly PotFigures[]): Rate {
  const planned = pots.filter(({ plannedFen }) => plannedFen > 0);
  return rateOf(
    sum(planned.map(({ completedFen }) => completedFen)),
    sum(planned.map(({ plannedFen }) => plannedFen)),
  );
}

/** 资金拨付使用率: what is paid out of what has come; sum over sum. */
export function fundUseRate(pots: readonly PotFigures[]): Rate {
  return rateOf(
    sum(pots.map(({ spentFen }) => spentFen)),
    sum(pots.map(({ receivedFen }) => receivedFen)),
  );
}

/** Whether the share comes to so many per cent, both sides multiplied out; null: nothing to divide by. */
export function reachesPercent(rate: Rate, percent: number): boolean | null {
  if (rate.denominator === 0) return null;
  return rate.numerator * 100 >= rate.denominator * percent;
}

export function rateOf(numerator: Fen, denominator: Fen): Rate {
  const basisPoints =
    denominator === 0 ? null : roundedShare(BigInt(numerator) * 10_000n, BigInt(denominator));
  return { numerator, denominator, basisPoints };
}

/** Half up, also below nought. */
function roundedShare(numerator: bigint, denominator: bigint): number {
  const twice = 2n * numerator + denominator;
  const whole = twice / (2n * denominator);
  return Number(twice < 0n && twice % (2n * denominator) !== 0n ? whole - 1n : whole);
}

function sum(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((total, amount) => total + amount, 0));
}
