import type { Random } from "../random.ts";

/**
 * How many of `trials` independent trials succeed, each with `probability` in [0, 1].
 *
 * Inversion where fewer than ten successes or failures are expected (Kachitvichyanukul & Schmeiser, "Binomial
 * random variate generation", 1988), else transformed rejection (algorithm BTRS of Hörmann, "The generation
 * of binomial random variates", 1993), so the time does not grow with `trials`.
 */
export function binomial(trials: number, probability: number, random: Random): number {
  if (probability > 0.5) return trials - binomial(trials, 1 - probability, random);
  if (trials <= 0 || probability <= 0) return 0;
  return trials * probability < 10
    ? byInversion(trials, probability, random)
    : byRejection(trials, probability, random);
}

function byInversion(trials: number, probability: number, random: Random): number {
  const odds = probability / (1 - probability);
  const mean = trials * probability;
  // Beyond this the terms are lost in rounding: draw again instead of summing nothing for ever.
  const bound = Math.min(trials, mean + 10 * Math.sqrt(mean + 1));
  const none = Math.exp(trials * Math.log1p(-probability));
  while (true) {
    let left = random.next(), term = none;
    for (let successes = 0; successes <= bound; successes++) {
      if (left < term) return successes;
      left -= term;
      term *= odds * (trials - successes) / (successes + 1);
    }
  }
}

function byRejection(trials: number, probability: number, random: Random): number {
  const odds = probability / (1 - probability);
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const squeeze = 0.92 - 4.2 / b;
  const mode = Math.floor((trials + 1) * probability);
  const atMode = (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
    stirlingTail(mode) + stirlingTail(trials - mode);
  while (true) {
    const u = random.next() - 0.5, v = random.next();
    const us = 0.5 - Math.abs(u);
    const successes = Math.floor((2 * a / us + b) * u + centre);
    if (us >= 0.07 && v <= squeeze) return successes;
    if (!(successes >= 0 && successes <= trials)) continue;
    const failures = trials - successes;
    const height = atMode + (trials + 1) * Math.log((trials - mode + 1) / (failures + 1)) +
      (successes + 0.5) * Math.log(odds * (failures + 1) / (successes + 1)) -
      stirlingTail(successes) - stirlingTail(failures);
    if (Math.log(v * alpha / (a / (us * us) + b)) <= height) return successes;
  }
}

const exactTails = [
  0.0810614667953272,
  0.0413406959554092,
  0.0276779256849983,
  0.0207906721037650,
  0.0166446911898211,
  0.0138761288230707,
  0.0118967099458917,
  0.0104112652619720,
  0.0092554621827127,
  0.0083305634333631,
];

/** ln k! − [½ ln 2π + (k + ½) ln(k + 1) − (k + 1)]: what Stirling's formula for k! leaves over. */
function stirlingTail(k: number): number {
  if (k < exactTails.length) return exactTails[k]!;
  const inverse = 1 / (k + 1), square = inverse * inverse;
  return (1 / 12 - (1 / 360 - square / 1260) * square) * inverse;
}
