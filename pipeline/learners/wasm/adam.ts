// One step of Adam (Kingma & Ba 2015) or AdamW (Loshchilov & Hutter 2019) in float32, one rounding for each
// operation: the order of `stepPlainly` in TypeScript. Addresses are in bytes; `count` is a multiple of 4.

/**
 * @param penalty times the weight, is added to the gradient (weight decay of Adam)
 * @param shrinkage times the weight, is taken from the weight (weight decay of AdamW)
 * @param rate the learning rate over 1 − β₁ᵗ
 * @param correction 1/√(1 − β₂ᵗ)
 */
export function step(
  weights: usize, gradient: usize, first: usize, second: usize, count: usize,
  beta1: f32, beta2: f32, penalty: f32, shrinkage: f32, rate: f32, correction: f32, epsilon: f32,
): void {
  const keepFirst = f32x4.splat(beta1);
  const addFirst = f32x4.splat(1 - beta1);
  const keepSecond = f32x4.splat(beta2);
  const addSecond = f32x4.splat(1 - beta2);
  const penalties = f32x4.splat(penalty);
  const shrinkages = f32x4.splat(shrinkage);
  const rates = f32x4.splat(rate);
  const corrections = f32x4.splat(correction);
  const epsilons = f32x4.splat(epsilon);
  const end = count << 2;
  for (let offset: usize = 0; offset < end; offset += 16) {
    const weight = v128.load(weights + offset);
    const slope = f32x4.add(v128.load(gradient + offset), f32x4.mul(penalties, weight));
    const mean = f32x4.add(
      f32x4.mul(keepFirst, v128.load(first + offset)),
      f32x4.mul(addFirst, slope),
    );
    const square = f32x4.add(
      f32x4.mul(keepSecond, v128.load(second + offset)),
      f32x4.mul(addSecond, f32x4.mul(slope, slope)),
    );
    v128.store(first + offset, mean);
    v128.store(second + offset, square);
    const size = f32x4.add(f32x4.mul(f32x4.sqrt(square), corrections), epsilons);
    const change = f32x4.div(f32x4.mul(rates, mean), size);
    const kept = f32x4.sub(weight, f32x4.mul(shrinkages, weight));
    v128.store(weights + offset, f32x4.sub(kept, change));
  }
}
