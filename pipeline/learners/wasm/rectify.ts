// Rectified units in float32: branches that cannot be foretold are slow, these have none. Addresses are in
// bytes; `count` is a multiple of 4.

/** Puts 1 or, for values that are not above 0, `below` into `slopes`, and value × slope in each value's place. */
export function rectify(values: usize, slopes: usize, count: usize, below: f32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const leak = f32x4.splat(below);
  const end = count << 2;
  for (let offset: usize = 0; offset < end; offset += 16) {
    const value = v128.load(values + offset);
    const slope = v128.bitselect(one, leak, f32x4.gt(value, zero));
    v128.store(slopes + offset, slope);
    v128.store(values + offset, f32x4.mul(value, slope));
  }
}

/** Multiplies each value by its factor, in place. */
export function scale(values: usize, factors: usize, count: usize): void {
  const end = count << 2;
  for (let offset: usize = 0; offset < end; offset += 16) {
    const product = f32x4.mul(v128.load(values + offset), v128.load(factors + offset));
    v128.store(values + offset, product);
  }
}
