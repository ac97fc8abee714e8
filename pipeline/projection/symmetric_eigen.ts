/** Eigenvalues, the largest first, each with its eigenvector of unit length. */
export interface Eigen {
  readonly values: Float64Array;
  /** Row-major: a row is an eigenvector. */
  readonly vectors: Float64Array;
}

const maxSweeps = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic rotations (Golub & Van Loan, "Matrix
 * Computations", 8.5), which finds small ones as exactly as large ones.
 *
 * @param matrix m×m row-major
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let index = 0; index < size; index++) vectors[index * size + index] = 1;
  const scale = norm(a);
  for (let sweep = 0; sweep < maxSweeps && offDiagonal(a, size) > 1e-15 * scale; sweep++) {
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
    }
  }
  const order = Array.from({ length: size }, (_, index) => index)
    .sort((p, q) => a[q * size + q]! - a[p * size + p]! || p - q);
  const sorted = new Float64Array(size * size);
  for (const [place, index] of order.entries()) {
    sorted.set(vectors.subarray(index * size, (index + 1) * size), place * size);
  }
  return { values: Float64Array.from(order, (index) => a[index * size + index]!), vectors: sorted };
}

/** Turns the axes p and q so that their element becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!;
  if (apq === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  turnRows(a, size, p, q, cosine, sine);
  for (let row = 0, start = 0; row < size; row++, start += size) {
    const left = a[start + p]!, right = a[start + q]!;
    a[start + p] = cosine * left - sine * right;
    a[start + q] = sine * left + cosine * right;
  }
  turnRows(vectors, size, p, q, cosine, sine);
}

function turnRows(
  a: Float64Array,
  size: number,
  p: number,
  q: number,
  cosine: number,
  sine: number,
): void {
  for (let column = 0, i = p * size, j = q * size; column < size; column++, i++, j++) {
    const upper = a[i]!, lower = a[j]!;
    a[i] = cosine * upper - sine * lower;
    a[j] = sine * upper + cosine * lower;
  }
}

function norm(a: Float64Array): number {
  let sum = 0;
  for (const value of a) sum += value * value;
  return Math.sqrt(sum);
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row !== column) sum += a[row * size + column]! ** 2;
    }
  }
  return Math.sqrt(sum);
}
