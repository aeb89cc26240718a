import { visitLimit } from "~/platform/http/visit-limit.server";

/** Thirty links that were never given out, from one address in ten minutes; see decisions/0015. */
const guesses = visitLimit(30, 10 * 60_000);

export function guardGuesses(address: string, at: Date) {
  return {
    isOver: guesses.isOver(address, at.getTime()),
    countGuess: () => {
      guesses.mayVisit(address, at.getTime());
    },
  };
}
