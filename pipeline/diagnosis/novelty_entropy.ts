/** The entropy of each row of n×k probabilities, in nats: how undecided a model is. */
export function rowEntropies(probabilities: Float32Array, classCount: number): Float32Array {
  const entropies = new Float32Array(probabilities.length / classCount);
  for (let row = 0, cell = 0; row < entropies.length; row++) {
    let entropy = 0;
    for (const end = cell + classCount; cell < end; cell++) {
      const probability = probabilities[cell]!;
      if (probability !== 0) entropy -= probability * Math.log(probability);
    }
    entropies[row] = entropy;
  }
  return entropies;
}
