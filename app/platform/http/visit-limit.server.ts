const MOST_ADDRESSES = 10_000;

/**
 * Counts the visits of an address to a public page, in this process: `most` within `windowMs`
 * milliseconds, then no more until the window has passed. Addresses that stay away are forgotten.
 */
export function visitLimit(most: number, windowMs: number) {
  const visits = new Map<string, number[]>();
  return {
    /** Whether the address has used its visits up; counts nothing. */
    isOver(address: string, now: number): boolean {
      const recent = (visits.get(address) ?? []).filter((at) => now - at < windowMs);
      return recent.length >= most;
    },
    /** Whether one more visit is within the limit; it counts either way. */
    mayVisit(address: string, now: number): boolean {
      const recent = (visits.get(address) ?? []).filter((at) => now - at < windowMs);
      // Beyond the limit nothing more is kept: a flood must not fill the memory.
      if (recent.length <= most) recent.push(now);
      visits.delete(address);
      visits.set(address, recent);
      if (visits.size > MOST_ADDRESSES) {
        const oldest = visits.keys().next().value;
        if (oldest !== undefined) visits.delete(oldest);
      }
      return recent.length <= most;
    },
  };
}
