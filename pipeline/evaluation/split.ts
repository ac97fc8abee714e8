/** Row numbers to train on and to test on, disjoint, each ascending. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}
