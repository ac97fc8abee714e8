/** `multiply` of the network kernels on `numbers`, every product and sum rounded to float32. */
export function multiplyPlainly(
  numbers: Float32Array,
  a: number,
  aRow: number,
  aStep: number,
  b: number,
  bStride: number,
  isTransposed: boolean,
  bias: number,
  c: number,
  cStride: number,
  m: number,
  n: number,
  k: number,
  _panel: number,
): void {
  const bRow = isTransposed ? 1 : bStride;
  const bStep = isTransposed ? bStride : 1;
  for (let row = 0; row < m; row++) {
    for (let column = 0; column < n; column++) {
      let sum = bias === 0 ? 0 : numbers[bias / 4 + column]!;
      let left = a / 4 + row * aRow, right = b / 4 + column * bStep;
      for (let index = 0; index < k; index++, left += aStep, right += bRow) {
        sum = Math.fround(sum + Math.fround(numbers[left]! * numbers[right]!));
      }
      numbers[c / 4 + row * cStride + column] = sum;
    }
  }
}

/** `step` of the network kernels on `numbers`, every operation rounded to float32. */
export function stepPlainly(
  numbers: Float32Array,
  weights: number,
  gradient: number,
  first: number,
  second: number,
  count: number,
  ...factors: [
    beta1: number,
    beta2: number,
    penalty: number,
    shrinkage: number,
    rate: number,
    correction: number,
    epsilon: number,
  ]
): void {
  const f = Math.fround;
  const [beta1, beta2, penalty, shrinkage, rate, correction, epsilon] = Float32Array.from(factors);
  const addFirst = f(1 - beta1!), addSecond = f(1 - beta2!);
  for (let index = 0; index < count; index++) {
    const weight = numbers[weights / 4 + index]!;
    const slope = f(numbers[gradient / 4 + index]! + f(penalty! * weight));
    const mean = f(f(beta1! * numbers[first / 4 + index]!) + f(addFirst * slope));
    const square = f(
      f(beta2! * numbers[second / 4 + index]!) + f(addSecond * f(slope * slope)),
    );
    numbers[first / 4 + index] = mean;
    numbers[second / 4 + index] = square;
    const size = f(f(f(Math.sqrt(square)) * correction!) + epsilon!);
    const kept = f(weight - f(shrinkage! * weight));
    numbers[weights / 4 + index] = f(kept - f(f(rate! * mean) / size));
  }
}

/** `rectify` of the network kernels on `numbers`. */
export function rectifyPlainly(
  numbers: Float32Array,
  values: number,
  slopes: number,
  count: number,
  below: number,
): void {
  const leak = Math.fround(below);
  for (let index = 0; index < count; index++) {
    const value = numbers[values / 4 + index]!;
    const slope = value > 0 ? 1 : leak;
    numbers[slopes / 4 + index] = slope;
    numbers[values / 4 + index] = value * slope;
  }
}

/** `scale` of the network kernels on `numbers`. */
export function scalePlainly(
  numbers: Float32Array,
  values: number,
  factors: number,
  count: number,
): void {
  for (let index = 0; index < count; index++) {
    numbers[values / 4 + index]! *= numbers[factors / 4 + index]!;
  }
}
