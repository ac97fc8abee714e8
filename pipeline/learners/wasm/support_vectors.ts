// The inner loops of the support vector machine: kernel rows in float32, and the two passes over the rows
// that one step of sequential minimal optimization takes. Pointers are byte offsets into the memory.

const lanes: usize = 4;

/** The squared distance, scaled so that the kernel is 2 to the power of its negative: |x − s|² of four rows. */
// @ts-ignore: decorator
@inline
function squaredDistances(query: usize, others: usize, width: usize): v128 {
  let a = f32x4.splat(0), b = f32x4.splat(0), c = f32x4.splat(0), d = f32x4.splat(0);
  for (let byte: usize = 0; byte < width; byte += 16) {
    const value = v128.load(query + byte);
    const other = others + byte;
    const da = f32x4.sub(value, v128.load(other));
    const db = f32x4.sub(value, v128.load(other + width));
    const dc = f32x4.sub(value, v128.load(other + 2 * width));
    const dd = f32x4.sub(value, v128.load(other + 3 * width));
    a = f32x4.add(a, f32x4.mul(da, da));
    b = f32x4.add(b, f32x4.mul(db, db));
    c = f32x4.add(c, f32x4.mul(dc, dc));
    d = f32x4.add(d, f32x4.mul(dd, dd));
  }
  return sums(a, b, c, d);
}

/** x·s of four rows. */
// @ts-ignore: decorator
@inline
function products(query: usize, others: usize, width: usize): v128 {
  let a = f32x4.splat(0), b = f32x4.splat(0), c = f32x4.splat(0), d = f32x4.splat(0);
  for (let byte: usize = 0; byte < width; byte += 16) {
    const value = v128.load(query + byte);
    const other = others + byte;
    a = f32x4.add(a, f32x4.mul(value, v128.load(other)));
    b = f32x4.add(b, f32x4.mul(value, v128.load(other + width)));
    c = f32x4.add(c, f32x4.mul(value, v128.load(other + 2 * width)));
    d = f32x4.add(d, f32x4.mul(value, v128.load(other + 3 * width)));
  }
  return sums(a, b, c, d);
}

/** The sum of the lanes of each of four vectors, side by side. */
// @ts-ignore: decorator
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(
    v128.shuffle<f32>(a, b, 0, 4, 1, 5),
    v128.shuffle<f32>(a, b, 2, 6, 3, 7),
  );
  const cd = f32x4.add(
    v128.shuffle<f32>(c, d, 0, 4, 1, 5),
    v128.shuffle<f32>(c, d, 2, 6, 3, 7),
  );
  return f32x4.add(
    v128.shuffle<f32>(ab, cd, 0, 1, 4, 5),
    v128.shuffle<f32>(ab, cd, 2, 3, 6, 7),
  );
}

/** 2^−distance: the whole part goes into the exponent, the rest through its Taylor series of degree 7. */
// @ts-ignore: decorator
@inline
function powerOfTwo(distance: v128): v128 {
  const power = f32x4.max(f32x4.neg(distance), f32x4.splat(-126));
  const whole = f32x4.nearest(power);
  const rest = f32x4.sub(power, whole);
  let value = f32x4.splat(1.525273380405984e-5);
  value = f32x4.add(f32x4.mul(value, rest), f32x4.splat(1.540353039338161e-4));
  value = f32x4.add(f32x4.mul(value, rest), f32x4.splat(1.333355814642844e-3));
  value = f32x4.add(f32x4.mul(value, rest), f32x4.splat(9.618129107628477e-3));
  value = f32x4.add(f32x4.mul(value, rest), f32x4.splat(5.550410866482158e-2));
  value = f32x4.add(f32x4.mul(value, rest), f32x4.splat(0.2402265069591007));
  value = f32x4.add(f32x4.mul(value, rest), f32x4.splat(0.6931471805599453));
  value = f32x4.add(f32x4.mul(value, rest), f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.trunc_sat_f32x4_s(whole), 23);
  return i32x4.add(value, exponent);
}

/** (product + constant)^degree */
// @ts-ignore: decorator
@inline
function polynomial(product: v128, constant: f32, degree: i32): v128 {
  const base = f32x4.add(product, f32x4.splat(constant));
  let value = base;
  for (let power = 1; power < degree; power++) value = f32x4.mul(value, base);
  return value;
}

/** The first `count` lanes of `values` to `result`. */
// @ts-ignore: decorator
@inline
function storeSome(result: usize, values: v128, count: usize): void {
  if (count >= lanes) {
    v128.store(result, values);
    return;
  }
  f32.store(result, f32x4.extract_lane(values, 0));
  if (count > 1) f32.store(result + 4, f32x4.extract_lane(values, 1));
  if (count > 2) f32.store(result + 8, f32x4.extract_lane(values, 2));
}

/**
 * The radial basis kernel of one row with `count` others. Rows are `width` floats long, a multiple of 4; the
 * memory behind the last row is readable for three more.
 */
export function radialRow(
  query: usize,
  others: usize,
  count: usize,
  width: usize,
  result: usize,
): void {
  for (let row: usize = 0; row < count; row += lanes) {
    const values = powerOfTwo(squaredDistances(query, others + row * width * 4, width * 4));
    storeSome(result + row * 4, values, count - row);
  }
}

/** The polynomial kernel, as {@linkcode radialRow}; the linear one is that of degree 1 with the constant 0. */
export function polynomialRow(
  query: usize,
  others: usize,
  count: usize,
  width: usize,
  result: usize,
  constant: f32,
  degree: i32,
): void {
  for (let row: usize = 0; row < count; row += lanes) {
    const product = products(query, others + row * width * 4, width * 4);
    storeSome(result + row * 4, polynomial(product, constant, degree), count - row);
  }
}

/**
 * Adds `step`·(first − second) to `count` errors, and finds the least error among rows that may rise and the
 * greatest among rows that may fall: `barred` is 0 for those and +∞ (−∞) for all others. Writes the least
 * error, its position (−1 without one) and the greatest error to `found` as float64; what stands there
 * already competes, so that two runs of rows can be searched one after the other.
 */
export function stepErrors(
  errors: usize,
  barredUp: usize,
  barredDown: usize,
  first: usize,
  second: usize,
  count: usize,
  step: f64,
  offset: f64,
  found: usize,
): void {
  const steps = f64x2.splat(step);
  const two = f64x2.splat(2);
  let least = f64x2.splat(Infinity), greatest = f64x2.splat(-Infinity);
  let where = f64x2.splat(-1), position = f64x2(offset, offset + 1);
  const even = count & ~1;
  for (let row: usize = 0; row < even; row += 2) {
    const at = row * 8;
    const difference = f64x2.sub(
      f64x2.promote_low_f32x4(v128.load64_zero(first + row * 4)),
      f64x2.promote_low_f32x4(v128.load64_zero(second + row * 4)),
    );
    const error = f64x2.add(v128.load(errors + at), f64x2.mul(steps, difference));
    v128.store(errors + at, error);
    const up = f64x2.add(error, v128.load(barredUp + at));
    const isLess = f64x2.lt(up, least);
    least = v128.bitselect(up, least, isLess);
    where = v128.bitselect(position, where, isLess);
    greatest = f64x2.pmax(greatest, f64x2.add(error, v128.load(barredDown + at)));
    position = f64x2.add(position, two);
  }
  foundUp(found, f64x2.extract_lane(least, 0), f64x2.extract_lane(where, 0));
  foundUp(found, f64x2.extract_lane(least, 1), f64x2.extract_lane(where, 1));
  let most = max(f64x2.extract_lane(greatest, 0), f64x2.extract_lane(greatest, 1));
  if (even < count) {
    const at = even * 8;
    const difference = <f64> f32.load(first + even * 4) - <f64> f32.load(second + even * 4);
    const error = f64.load(errors + at) + step * difference;
    f64.store(errors + at, error);
    foundUp(found, error + f64.load(barredUp + at), offset + <f64> even);
    most = max(most, error + f64.load(barredDown + at));
  }
  if (most > f64.load(found + 16)) f64.store(found + 16, most);
}

/** Keeps the lesser error, on ties that of the lower position. */
// @ts-ignore: decorator
@inline
function foundUp(found: usize, error: f64, position: f64): void {
  const best = f64.load(found);
  if (error < best || (error === best && position >= 0 && position < f64.load(found + 8))) {
    f64.store(found, error);
    f64.store(found + 8, position);
  }
}

/**
 * Among `count` rows that may fall finds the one whose pairing with the row of `error` and kernel `similar`
 * gains most: (own error − error)² / (diagonal + own diagonal − 2·similar) (Fan, Chen & Lin 2005). Writes
 * the gain and the position to `found` as float64; what stands there already competes.
 */
export function bestPartner(
  errors: usize,
  barredDown: usize,
  diagonal: usize,
  similar: usize,
  count: usize,
  error: f64,
  ownDiagonal: f64,
  offset: f64,
  found: usize,
): void {
  const none = f64x2.splat(0), least = f64x2.splat(1e-12);
  const minusTwo = f64x2.splat(-2), two = f64x2.splat(2);
  const given = f64x2.splat(error), own = f64x2.splat(ownDiagonal);
  let most = none, where = f64x2.splat(-1), position = f64x2(offset, offset + 1);
  const even = count & ~1;
  for (let row: usize = 0; row < even; row += 2) {
    const at = row * 8;
    const down = f64x2.add(v128.load(errors + at), v128.load(barredDown + at));
    const miss = f64x2.pmax(none, f64x2.sub(down, given));
    const likeness = f64x2.promote_low_f32x4(v128.load64_zero(similar + row * 4));
    const other = f64x2.promote_low_f32x4(v128.load64_zero(diagonal + row * 4));
    const curvature = f64x2.pmax(
      least,
      f64x2.add(f64x2.add(own, other), f64x2.mul(minusTwo, likeness)),
    );
    const gain = f64x2.div(f64x2.mul(miss, miss), curvature);
    const isMore = f64x2.gt(gain, most);
    most = v128.bitselect(gain, most, isMore);
    where = v128.bitselect(position, where, isMore);
    position = f64x2.add(position, two);
  }
  foundGain(found, f64x2.extract_lane(most, 0), f64x2.extract_lane(where, 0));
  foundGain(found, f64x2.extract_lane(most, 1), f64x2.extract_lane(where, 1));
  if (even < count) {
    const miss = max(0, f64.load(errors + even * 8) + f64.load(barredDown + even * 8) - error);
    const likeness = <f64> f32.load(similar + even * 4);
    const curvature = max(
      1e-12,
      ownDiagonal + <f64> f32.load(diagonal + even * 4) - 2 * likeness,
    );
    foundGain(found, miss * miss / curvature, offset + <f64> even);
  }
}

/** Keeps the greater gain, on ties that of the lower position. */
// @ts-ignore: decorator
@inline
function foundGain(found: usize, gain: f64, position: f64): void {
  const best = f64.load(found);
  if (gain > best || (gain === best && position >= 0 && position < f64.load(found + 8))) {
    f64.store(found, gain);
    f64.store(found + 8, position);
  }
}
