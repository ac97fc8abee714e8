/**
 * Pearson's correlation of two columns over the rows that know both, in [-1, 1]; 0 where fewer than
 * three rows do or one of the two is constant on them.
 */
export function correlation(a: Float32Array, b: Float32Array): number {
  let count = 0, meanA = 0, meanB = 0;
  for (let row = 0; row < a.length; row++) {
    const valueA = a[row]!, valueB = b[row]!;
    if (valueA !== valueA || valueB !== valueB) continue;
    count++;
    meanA += (valueA - meanA) / count;
    meanB += (valueB - meanB) / count;
  }
  if (count < 3) return 0;
  let squaresA = 0, squaresB = 0, products = 0;
  for (let row = 0; row < a.length; row++) {
    const deviationA = a[row]! - meanA, deviationB = b[row]! - meanB;
    const product = deviationA * deviationB;
    if (product !== product) continue;
    squaresA += deviationA * deviationA;
    squaresB += deviationB * deviationB;
    products += product;
  }
  const scale = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  return scale > 0 ? Math.max(-1, Math.min(1, products / scale)) : 0;
}
