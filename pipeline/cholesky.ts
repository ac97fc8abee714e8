/**
 * Solves matrix·x = right in place, by Cholesky's decomposition.
 *
 * @param matrix n×n row-major, symmetric and positive definite; overwritten.
 * @param right n numbers, overwritten by the solution.
 */
export function solvePositiveDefinite(matrix: Float64Array, right: Float64Array): void {
  decomposeCholesky(matrix, right.length);
  solveDecomposed(matrix, right);
}

/** Overwrites the lower triangle of a symmetric positive definite size×size `matrix` by its Cholesky factor. */
export function decomposeCholesky(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    const start = row * size;
    for (let column = 0; column <= row; column++) {
      const other = column * size;
      let sum = matrix[start + column]!;
      for (let k = 0; k < column; k++) sum -= matrix[start + k]! * matrix[other + k]!;
      matrix[start + column] = column === row ? Math.sqrt(sum) : sum / matrix[other + column]!;
    }
  }
}

/** Solves matrix·x = right in place, where `factor` is what {@linkcode decomposeCholesky} made of the matrix. */
export function solveDecomposed(factor: Float64Array, right: Float64Array): void {
  const size = right.length;
  for (let row = 0; row < size; row++) {
    let sum = right[row]!;
    for (let k = 0; k < row; k++) sum -= factor[row * size + k]! * right[k]!;
    right[row] = sum / factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = right[row]! /= factor[row * size + row]!;
    for (let k = 0; k < row; k++) right[k]! -= factor[row * size + k]! * value;
  }
}
