/**
 * The exact (Garwood 1936) two-sided interval of a Poisson mean after `events` events:
 * ½χ²(α/2; 2n) to ½χ²(1−α/2; 2n+2). `confidence` is 0..1; the lower end of no events is 0.
 */
export function poissonInterval(
  events: number,
  confidence: number,
): { readonly lower: number; readonly upper: number } {
  const tail = (1 - confidence) / 2;
  return {
    lower: events === 0 ? 0 : gammaQuantile(events, tail),
    upper: gammaQuantile(events + 1, 1 - tail),
  };
}

/** The value below which a gamma variable of this shape and scale 1 falls with probability `p` (½χ² of twice the shape). */
export function gammaQuantile(shape: number, p: number): number {
  let [low, high] = [0, shape + 10];
  while (gammaBelow(shape, high) < p) high *= 2;
  // Bisection: 60 halvings leave less than any double of this size can tell.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (gammaBelow(shape, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised lower incomplete gamma function P(a, x), by series or continued fraction (Lentz). */
function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? scale * series(a, x) : 1 - scale * continuedFraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-15; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let product = d;
  for (let n = 1; ; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) return product;
  }
}

/** Lanczos (g = 7, nine terms), for arguments of 1 and more. */
function logGamma(x: number): number {
  const sum = LANCZOS.reduce((total, term, at) => total + term / (x - 1 + at + 1), LANCZOS_FIRST);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS_FIRST = 0.99999999999980993;
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
