/**
 * The hot loops of gradient boosting, in AssemblyScript; `../boosting_fallback.ts` does the same in TypeScript.
 * All arguments that name a place are byte offsets into the one imported memory. A cell of a histogram, a
 * gradient and a total are one i64 each: the sum of gradients in the upper half (signed), that of the
 * hessians in the lower (never negative, below 2³¹), so that one addition adds both.
 */

/** An entry of the feature table: column of the bins, byte offset of its cells, number of value bins, unused. */
const entrySize: usize = 16;

/** Adds the gradients of `count` rows to the cells that their bins fall into. */
export function addRows(
  histogram: usize,
  features: usize,
  featureCount: u32,
  bins: usize,
  width: usize,
  gradients: usize,
  rows: usize,
  count: u32,
): void {
  const featuresEnd = features + featureCount * entrySize;
  const rowsEnd = rows + (<usize> count << 2);
  const fours = rows + ((<usize> count & ~3) << 2);
  while (rows < fours) {
    const a = <usize> load<u32>(rows);
    const b = <usize> load<u32>(rows, 4);
    const c = <usize> load<u32>(rows, 8);
    const d = <usize> load<u32>(rows, 12);
    const gradientA = load<i64>(gradients + (a << 3));
    const gradientB = load<i64>(gradients + (b << 3));
    const gradientC = load<i64>(gradients + (c << 3));
    const gradientD = load<i64>(gradients + (d << 3));
    const binsA = bins + a * width;
    const binsB = bins + b * width;
    const binsC = bins + c * width;
    const binsD = bins + d * width;
    for (let entry = features; entry < featuresEnd; entry += entrySize) {
      const column = <usize> load<u32>(entry);
      const cells = histogram + <usize> load<u32>(entry, 4);
      const cellA = cells + (<usize> load<u8>(binsA + column) << 3);
      store<i64>(cellA, load<i64>(cellA) + gradientA);
      const cellB = cells + (<usize> load<u8>(binsB + column) << 3);
      store<i64>(cellB, load<i64>(cellB) + gradientB);
      const cellC = cells + (<usize> load<u8>(binsC + column) << 3);
      store<i64>(cellC, load<i64>(cellC) + gradientC);
      const cellD = cells + (<usize> load<u8>(binsD + column) << 3);
      store<i64>(cellD, load<i64>(cellD) + gradientD);
    }
    rows += 16;
  }
  while (rows < rowsEnd) {
    const row = <usize> load<u32>(rows);
    const gradient = load<i64>(gradients + (row << 3));
    const rowBins = bins + row * width;
    for (let entry = features; entry < featuresEnd; entry += entrySize) {
      const cell = histogram + <usize> load<u32>(entry, 4) +
        (<usize> load<u8>(rowBins + <usize> load<u32>(entry)) << 3);
      store<i64>(cell, load<i64>(cell) + gradient);
    }
    rows += 4;
  }
}

/** Takes `count` cells of `sibling` away from those of `histogram`. */
function subtract(histogram: usize, sibling: usize, count: usize): void {
  const end = histogram + (count << 3);
  const pairsEnd = histogram + ((count & ~1) << 3);
  while (histogram < pairsEnd) {
    v128.store(histogram, i64x2.sub(v128.load(histogram), v128.load(sibling)));
    histogram += 16;
    sibling += 16;
  }
  if (histogram < end) {
    store<i64>(histogram, load<i64>(histogram) - load<i64>(sibling));
  }
}

/**
 * Looks for the split of a node with the greatest Σ G²/(H + l2) over its two sides, which has to exceed
 * `scoreToBeat`, each side with at least `minWeight` hessian. Writes it to `split`: f64 score; i32 feature
 * (position in the table, -1 for none), last bin on the left, 1 where missing values go left, unused; i64
 * total of the left side. With `sibling` not 0 its cells are first taken away from the histogram.
 */
export function findSplit(
  histogram: usize,
  sibling: usize,
  features: usize,
  featureCount: u32,
  total: usize,
  l2: f64,
  minWeight: i32,
  scoreToBeat: f64,
  split: usize,
): void {
  const whole = load<i64>(total);
  const wholeGradient = <f64> <i32> (whole >> 32);
  const wholeHessian = <i32> whole;
  const wholes = i64x2.splat(whole);
  const l2s = f64x2.splat(l2);
  let best = scoreToBeat;
  store<i32>(split, -1, 8);
  for (let position: u32 = 0; position < featureCount; position++) {
    const entry = features + position * entrySize;
    const offset = <usize> load<u32>(entry, 4);
    const valueBins = <usize> load<u32>(entry, 8);
    const first = histogram + offset;
    if (sibling) subtract(first, sibling + offset, valueBins + 1);
    const missingCell = first + (valueBins << 3);
    const missing = load<i64>(missingCell);
    let left: i64 = 0;
    if (missing == 0) {
      for (let cell = first; cell < missingCell; cell += 8) {
        const here = load<i64>(cell);
        if (here == 0) continue;
        left += here;
        const leftHessian = <i32> left;
        if (leftHessian < minWeight) continue;
        const rightHessian = wholeHessian - leftHessian;
        if (rightHessian < minWeight) break;
        const leftGradient = <f64> <i32> (left >> 32);
        const rightGradient = wholeGradient - leftGradient;
        const leftWeight = <f64> leftHessian + l2;
        const rightWeight = <f64> rightHessian + l2;
        const numerator = leftGradient * leftGradient * rightWeight +
          rightGradient * rightGradient * leftWeight;
        const denominator = leftWeight * rightWeight;
        if (numerator > best * denominator) {
          best = numerator / denominator;
          store<i32>(split, position, 8);
          store<i32>(split, <i32> ((cell - first) >> 3), 12);
          store<i32>(split, leftHessian > rightHessian ? 1 : 0, 16);
          store<i64>(split, left, 24);
        }
      }
      continue;
    }
    for (let cell = first; cell < missingCell; cell += 8) {
      const here = load<i64>(cell);
      if (here == 0) continue;
      left += here;
      // Lane 0 has the missing values on the right, lane 1 on the left.
      const lefts = i64x2.replace_lane(i64x2.splat(left), 1, left + missing);
      const rights = i64x2.sub(wholes, lefts);
      const leftWeights = f64x2.add(
        f64x2.convert_low_i32x4_s(v128.shuffle<i32>(lefts, lefts, 0, 2, 0, 2)),
        l2s,
      );
      const rightWeights = f64x2.add(
        f64x2.convert_low_i32x4_s(v128.shuffle<i32>(rights, rights, 0, 2, 0, 2)),
        l2s,
      );
      const leftGradients = f64x2.convert_low_i32x4_s(
        v128.shuffle<i32>(lefts, lefts, 1, 3, 1, 3),
      );
      const rightGradients = f64x2.convert_low_i32x4_s(
        v128.shuffle<i32>(rights, rights, 1, 3, 1, 3),
      );
      const numerators = f64x2.add(
        f64x2.mul(f64x2.mul(leftGradients, leftGradients), rightWeights),
        f64x2.mul(f64x2.mul(rightGradients, rightGradients), leftWeights),
      );
      const denominators = f64x2.mul(leftWeights, rightWeights);
      if (!v128.any_true(f64x2.gt(numerators, f64x2.mul(f64x2.splat(best), denominators)))) {
        continue;
      }
      for (let missingLeft = 0; missingLeft < 2; missingLeft++) {
        const side = missingLeft ? left + missing : left;
        const leftHessian = <i32> side;
        if (leftHessian < minWeight || wholeHessian - leftHessian < minWeight) continue;
        const numerator = missingLeft
          ? f64x2.extract_lane(numerators, 1)
          : f64x2.extract_lane(numerators, 0);
        const denominator = missingLeft
          ? f64x2.extract_lane(denominators, 1)
          : f64x2.extract_lane(denominators, 0);
        if (numerator > best * denominator) {
          best = numerator / denominator;
          store<i32>(split, position, 8);
          store<i32>(split, <i32> ((cell - first) >> 3), 12);
          store<i32>(split, missingLeft, 16);
          store<i64>(split, side, 24);
        }
      }
    }
  }
  store<f64>(split, best);
}

/**
 * Moves the rows that go left to the front, both sides in their old order; returns how many these are.
 * `others` has room for all of them. A bin of 255 is a missing value.
 */
export function partition(
  rows: usize,
  count: u32,
  column: usize,
  lastLeft: u32,
  missingLeft: u32,
  others: usize,
): u32 {
  // Counting from the missing bin on, it comes before the first one, so that one comparison is enough.
  const shift = missingLeft ? 1 : 0;
  const limit = lastLeft + shift;
  const end = rows + (<usize> count << 2);
  let left = rows;
  let right = others;
  for (let place = rows; place < end; place += 4) {
    const row = load<u32>(place);
    const bin = (<u32> load<u8>(column + <usize> row) + shift) & 255;
    store<u32>(left, row);
    store<u32>(right, row);
    const goesLeft = <usize> (bin <= limit);
    left += goesLeft << 2;
    right += (1 - goesLeft) << 2;
  }
  memory.copy(left, others, right - others);
  return <u32> ((left - rows) >> 2);
}

/** Sets `bytes` bytes to 0. */
export function clear(start: usize, bytes: usize): void {
  memory.fill(start, 0, bytes);
}
