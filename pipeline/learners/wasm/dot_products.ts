// The product of every row of one table with every row of another, in float64. Pointers are byte offsets.

/**
 * Rows are `width` numbers long, an even number; `count` is even and `others` a multiple of 4. Writes
 * count×others products, row-major. Each is summed up in the same order, whatever stands beside it.
 */
export function dotProducts(
  rows: usize,
  count: usize,
  table: usize,
  others: usize,
  width: usize,
  result: usize,
): void {
  const bytes = width * 8;
  for (let row: usize = 0; row < count; row += 2) {
    const x = rows + row * bytes, y = x + bytes;
    for (let other: usize = 0; other < others; other += 4) {
      const a = table + other * bytes, b = a + bytes, c = b + bytes, d = c + bytes;
      let xa = f64x2.splat(0), xb = f64x2.splat(0), xc = f64x2.splat(0), xd = f64x2.splat(0);
      let ya = f64x2.splat(0), yb = f64x2.splat(0), yc = f64x2.splat(0), yd = f64x2.splat(0);
      for (let at: usize = 0; at < bytes; at += 16) {
        const vx = v128.load(x + at), vy = v128.load(y + at);
        const va = v128.load(a + at), vb = v128.load(b + at);
        const vc = v128.load(c + at), vd = v128.load(d + at);
        xa = f64x2.add(xa, f64x2.mul(vx, va));
        xb = f64x2.add(xb, f64x2.mul(vx, vb));
        xc = f64x2.add(xc, f64x2.mul(vx, vc));
        xd = f64x2.add(xd, f64x2.mul(vx, vd));
        ya = f64x2.add(ya, f64x2.mul(vy, va));
        yb = f64x2.add(yb, f64x2.mul(vy, vb));
        yc = f64x2.add(yc, f64x2.mul(vy, vc));
        yd = f64x2.add(yd, f64x2.mul(vy, vd));
      }
      const first = result + (row * others + other) * 8, second = first + others * 8;
      v128.store(first, sums(xa, xb));
      v128.store(first + 16, sums(xc, xd));
      v128.store(second, sums(ya, yb));
      v128.store(second + 16, sums(yc, yd));
    }
  }
}

/** The sum of both lanes of each of two vectors, side by side. */
// @ts-ignore: decorator
@inline
function sums(a: v128, b: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3));
}
