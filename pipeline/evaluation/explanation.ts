/** Why a model says what it says of n rows: what each of d features contributes to its outputs. */
export interface Explanation {
  /** How it was found: exactly from the model's trees, or by sampling orders of the features. */
  readonly method: "tree" | "permutation";
  /**
   * What contributions add up to: the probability of a class, or its score before the softmax (natural
   * logarithms of probabilities, up to a term that all classes of a row share).
   */
  readonly unit: "probability" | "score";
  /** The d raw features. */
  readonly features: readonly string[];
  /** The k classes. */
  readonly classes: readonly string[];
  /** n */
  readonly rows: number;
  /** n×k row-major, as the model file gives them. */
  readonly probabilities: Float32Array;
  /** The class of each row that is most probable. */
  readonly predicted: Int32Array;
  /** The one class of each row that is explained; null where all classes are. */
  readonly classOf: Int32Array | null;
  /** n×k×d row-major where all classes are explained, else n×d. */
  readonly contributions: Float64Array;
  /** The standard error of each contribution where they were sampled, else null. */
  readonly standardErrors: Float64Array | null;
  /** k numbers: what the contributions start from. */
  readonly base: Float64Array;
}

/** The d contributions to a class of a row, a view; where one class is explained, it must be that one. */
export function contributionsOf(
  { contributions, features, classes, classOf }: Explanation,
  row: number,
  code: number,
): Float64Array {
  const place = classOf === null ? row * classes.length + code : row;
  return contributions.subarray(place * features.length, (place + 1) * features.length);
}
