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

/**
 * The mean of n×k `probabilities` and of what n×k `likelihoods` (logarithms) over `temperature` say: a second
 * opinion, all classes taken for equally common. Where the two name different classes, the mean is undecided.
 */
export function withSecondOpinion(
  probabilities: Float32Array,
  likelihoods: Float32Array,
  classCount: number,
  temperature: number,
): Float32Array {
  const mean = new Float32Array(probabilities.length);
  for (let start = 0; start < mean.length; start += classCount) {
    const end = start + classCount;
    let highest = -Infinity, sum = 0;
    for (let cell = start; cell < end; cell++) {
      if (likelihoods[cell]! > highest) highest = likelihoods[cell]!;
    }
    for (let cell = start; cell < end; cell++) {
      mean[cell] = Math.exp((likelihoods[cell]! - highest) / temperature);
      sum += mean[cell]!;
    }
    for (let cell = start; cell < end; cell++) {
      mean[cell] = (mean[cell]! / sum + probabilities[cell]!) / 2;
    }
  }
  return mean;
}
