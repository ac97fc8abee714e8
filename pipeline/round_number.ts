/** The number of the fewest decimal digits from `low` to `high`, both included; the one nearest to 0 of these. */
export function roundestNumber(low: number, high: number): number {
  if (low <= 0 && high >= 0) return 0;
  if (high < 0) return -roundestNumber(-high, -low);
  for (let power = Math.floor(Math.log10(high)); power > -46; power--) {
    // Dividing by a whole number is exact where multiplying by a negative power of ten is not.
    const scale = 10 ** Math.abs(power);
    const steps = Math.ceil(power < 0 ? low * scale : low / scale);
    const number = power < 0 ? steps / scale : steps * scale;
    if (number >= low && number <= high) return number;
  }
  return low;
}
