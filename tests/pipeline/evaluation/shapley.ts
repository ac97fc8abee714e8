/**
 * Shapley values by their definition: the mean, over all orders in which `players` players may come, of what
 * each adds to the worth of those who came before. `worth` gets a bit for each player.
 */
export function shapleyValues(players: number, worth: (coalition: number) => number): number[] {
  const worths = Array.from({ length: 2 ** players }, (_, coalition) => worth(coalition));
  const weights = Array.from(
    { length: players },
    (_, size) => factorial(size) * factorial(players - size - 1) / factorial(players),
  );
  return Array.from({ length: players }, (_, player) => {
    let sum = 0;
    for (const [coalition, without] of worths.entries()) {
      if ((coalition >> player & 1) === 1) continue;
      sum += weights[bits(coalition)]! * (worths[coalition | 1 << player]! - without);
    }
    return sum;
  });
}

function factorial(number: number): number {
  return number < 2 ? 1 : number * factorial(number - 1);
}

function bits(number: number): number {
  return number === 0 ? 0 : (number & 1) + bits(number >> 1);
}
