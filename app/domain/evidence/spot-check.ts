/** What a sampled trainee said when he was asked whether he was taught. */
export type SpotCheckOutcome =
  "CONFIRMED" | "DENIED" | "NOT_REACHED" | "WRONG_CONTACT" | "SOMEONE_ELSE";

export const SPOT_CHECK_OUTCOME_LABELS: Readonly<Record<SpotCheckOutcome, string>> = {
  CONFIRMED: "本人确认参训",
  DENIED: "称未参训",
  NOT_REACHED: "未接通（未遇见）",
  WRONG_CONTACT: "号码（住址）不对",
  SOMEONE_ELSE: "他人代答，未见本人",
};

export const SPOT_CHECK_OUTCOMES = Object.keys(
  SPOT_CHECK_OUTCOME_LABELS,
) as readonly SpotCheckOutcome[];

/** More people than this are not sampled in one look. */
export const MOST_SAMPLED = 50;

/**
 * Draws `count` of the keys at random: the same seed and the same keys, in whatever order they
 * come, draw the same sample, and a longer sample begins with the shorter one. Every key is equally
 * likely. The keys are sorted, then shuffled from the front (Fisher–Yates) by sfc32, whose state is
 * the FNV-1a digests of `seed` followed by 0 to 3. All keys when there are no more than `count`.
 */
export function drawSample(keys: readonly string[], count: number, seed: string): string[] {
  const pool = [...new Set(keys)].sort();
  const random = generator(seed);
  const drawn = Math.min(Math.max(0, count), pool.length);
  for (let at = 0; at < drawn; at += 1) {
    const other = at + Math.floor(random() * (pool.length - at));
    [pool[at], pool[other]] = [pool[other] ?? "", pool[at] ?? ""];
  }
  return pool.slice(0, drawn);
}

/** Numbers of 0 (included) to 1 (excluded): Doty-Humphrey's sfc32, 32 bits each. */
function generator(seed: string): () => number {
  let [a = 0, b = 0, c = 0, d = 1] = [0, 1, 2, 3].map((part) => fnv1a(`${seed}${part}`));
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first numbers of close seeds are close; twelve steps part them.
  for (let step = 0; step < 12; step += 1) next();
  return next;
}

/** FNV-1a, 32 bits, over the UTF-16 code units. */
function fnv1a(text: string): number {
  let digest = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193);
  }
  return digest;
}
