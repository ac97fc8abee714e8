// C = bias + A·B in float32, the products of an element summed in ascending order of the inner index with
// one rounding for each multiplication and each addition: the order of `multiplyPlainly` in TypeScript.
//
// A is m×k and read one number at a time, so any strides do; m is a multiple of 4. B is k×n and packed into
// panels of 8 columns; n is a multiple of 8. Addresses are in bytes, strides in numbers.

/** Copies the columns [column, column + 8) of B, k×n with rows `stride` apart, to a k×8 panel. */
// @ts-ignore: decorator
@inline
function packRows(b: usize, stride: usize, column: usize, k: usize, panel: usize): void {
  let source = b + (column << 2);
  for (let index: usize = 0; index < k; index++) {
    v128.store(panel, v128.load(source));
    v128.store(panel, v128.load(source, 16), 16);
    panel += 32;
    source += stride << 2;
  }
}

/** The same where B is given as its transpose, n×k with rows `stride` apart. */
// @ts-ignore: decorator
@inline
function packColumns(b: usize, stride: usize, column: usize, k: usize, panel: usize): void {
  for (let half: usize = 0; half < 2; half++) {
    const first = b + ((column + 4 * half) * stride << 2);
    const second = first + (stride << 2);
    const third = second + (stride << 2);
    const fourth = third + (stride << 2);
    const target = panel + 16 * half;
    let index: usize = 0;
    for (; index + 4 <= k; index += 4) {
      const offset = index << 2;
      const w = v128.load(first + offset);
      const x = v128.load(second + offset);
      const y = v128.load(third + offset);
      const z = v128.load(fourth + offset);
      const wxLow = v128.shuffle<f32>(w, x, 0, 4, 1, 5);
      const wxHigh = v128.shuffle<f32>(w, x, 2, 6, 3, 7);
      const yzLow = v128.shuffle<f32>(y, z, 0, 4, 1, 5);
      const yzHigh = v128.shuffle<f32>(y, z, 2, 6, 3, 7);
      const place = target + (index << 5);
      v128.store(place, v128.shuffle<f32>(wxLow, yzLow, 0, 1, 4, 5));
      v128.store(place, v128.shuffle<f32>(wxLow, yzLow, 2, 3, 6, 7), 32);
      v128.store(place, v128.shuffle<f32>(wxHigh, yzHigh, 0, 1, 4, 5), 64);
      v128.store(place, v128.shuffle<f32>(wxHigh, yzHigh, 2, 3, 6, 7), 96);
    }
    for (; index < k; index++) {
      const offset = index << 2;
      const place = target + (index << 5);
      f32.store(place, f32.load(first + offset));
      f32.store(place, f32.load(second + offset), 4);
      f32.store(place, f32.load(third + offset), 8);
      f32.store(place, f32.load(fourth + offset), 12);
    }
  }
}

/**
 * @param a m×k: element (i, p) lies at a + 4·(i·aRow + p·aStep)
 * @param b k×n with rows bStride apart, or where isTransposed n×k
 * @param bias n numbers that every row starts from, or 0 for none
 * @param c m×n with rows cStride apart
 * @param panel k×8 numbers of work space
 */
export function multiply(
  a: usize, aRow: usize, aStep: usize,
  b: usize, bStride: usize, isTransposed: bool,
  bias: usize,
  c: usize, cStride: usize,
  m: usize, n: usize, k: usize,
  panel: usize,
): void {
  const aRowBytes = aRow << 2;
  const aStepBytes = aStep << 2;
  const cRowBytes = cStride << 2;
  const panelEnd = panel + (k << 5);
  for (let column: usize = 0; column < n; column += 8) {
    if (isTransposed) packColumns(b, bStride, column, k, panel);
    else packRows(b, bStride, column, k, panel);
    const startLeft = bias == 0 ? f32x4.splat(0) : v128.load(bias + (column << 2));
    const startRight = bias == 0 ? f32x4.splat(0) : v128.load(bias + (column << 2), 16);
    for (let row: usize = 0; row < m; row += 4) {
      let a0 = a + row * aRowBytes;
      let a1 = a0 + aRowBytes;
      let a2 = a1 + aRowBytes;
      let a3 = a2 + aRowBytes;
      let left0 = startLeft, left1 = startLeft, left2 = startLeft, left3 = startLeft;
      let right0 = startRight, right1 = startRight, right2 = startRight, right3 = startRight;
      for (let place = panel; place < panelEnd; place += 32) {
        const left = v128.load(place);
        const right = v128.load(place, 16);
        let value = v128.load_splat<f32>(a0);
        left0 = f32x4.add(left0, f32x4.mul(value, left));
        right0 = f32x4.add(right0, f32x4.mul(value, right));
        value = v128.load_splat<f32>(a1);
        left1 = f32x4.add(left1, f32x4.mul(value, left));
        right1 = f32x4.add(right1, f32x4.mul(value, right));
        value = v128.load_splat<f32>(a2);
        left2 = f32x4.add(left2, f32x4.mul(value, left));
        right2 = f32x4.add(right2, f32x4.mul(value, right));
        value = v128.load_splat<f32>(a3);
        left3 = f32x4.add(left3, f32x4.mul(value, left));
        right3 = f32x4.add(right3, f32x4.mul(value, right));
        a0 += aStepBytes;
        a1 += aStepBytes;
        a2 += aStepBytes;
        a3 += aStepBytes;
      }
      let target = c + row * cRowBytes + (column << 2);
      v128.store(target, left0);
      v128.store(target, right0, 16);
      target += cRowBytes;
      v128.store(target, left1);
      v128.store(target, right1, 16);
      target += cRowBytes;
      v128.store(target, left2);
      v128.store(target, right2, 16);
      target += cRowBytes;
      v128.store(target, left3);
      v128.store(target, right3, 16);
    }
  }
}
