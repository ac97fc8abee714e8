/** Rows without holes, as projections take them. */
export interface DenseRows {
  readonly rows: number;
  readonly width: number;
  /** n×d row-major. */
  readonly values: Float64Array;
}
