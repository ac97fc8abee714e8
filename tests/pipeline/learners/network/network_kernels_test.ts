import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Arena } from "@/pipeline/learners/network/arena.ts";
import {
  type NetworkKernels,
  networkKernels,
  plainKernels,
} from "@/pipeline/learners/network/network_kernels.ts";
import { Random } from "@/pipeline/random.ts";

/** Both kinds of kernels on the same random numbers. */
function onBoth(
  seed: number,
  counts: readonly number[],
  run: (kernels: NetworkKernels, ...addresses: number[]) => void,
): [Float32Array[], Float32Array[]] {
  const [compiled, plain] = [networkKernels, plainKernels].map((kernelsOn) => {
    const arena = new Arena();
    const random = new Random(seed);
    const arrays = counts.map((count) => arena.floats(count));
    for (const array of arrays) {
      for (let index = 0; index < array.length; index++) array[index] = random.normal();
    }
    run(kernelsOn(arena.memory), ...arrays.map((array) => array.byteOffset));
    return arrays;
  });
  return [compiled!, plain!];
}

const blocks = fc.integer({ min: 1, max: 5 });

describe("the kernels of a network", () => {
  it("multiply in WebAssembly as in TypeScript, bit for bit, whatever the shape", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(),
          rows: blocks,
          columns: blocks,
          k: fc.nat(40),
          gap: fc.nat(3),
          isAColumns: fc.boolean(),
          isTransposed: fc.boolean(),
          hasBias: fc.boolean(),
        }),
        ({ seed, rows, columns, k, gap, isAColumns, isTransposed, hasBias }) => {
          const m = 4 * rows, n = 8 * columns;
          const aStride = (isAColumns ? m : k) + gap, bStride = (isTransposed ? k : n) + gap;
          const counts = [
            aStride * Math.max(m, k),
            bStride * Math.max(n, k),
            n,
            m * (n + gap),
            8 * k,
          ];
          const [compiled, plain] = onBoth(seed, counts, (kernels, a, b, bias, c, panel) => {
            const [aRow, aStep] = isAColumns ? [1, aStride] : [aStride, 1];
            const start = hasBias ? bias! : 0;
            kernels.multiply(
              a!,
              aRow,
              aStep,
              b!,
              bStride,
              isTransposed,
              start,
              c!,
              n + gap,
              m,
              n,
              k,
              panel!,
            );
          });
          assert.deepEqual(compiled[3], plain[3]);
        },
      ),
    );
  });

  it("multiply as float64 would, but for rounding", () => {
    const m = 8, n = 16, k = 30;
    const [[a, b, bias, c]] = onBoth(1, [m * k, k * n, n, m * n, 8 * k], (kernels, ...at) => {
      kernels.multiply(at[0]!, k, 1, at[1]!, n, false, at[2]!, at[3]!, n, m, n, k, at[4]!);
    });
    for (let row = 0; row < m; row++) {
      for (let column = 0; column < n; column++) {
        let sum = bias![column]!;
        for (let index = 0; index < k; index++) {
          sum += a![row * k + index]! * b![index * n + column]!;
        }
        assert.ok(Math.abs(sum - c![row * n + column]!) < 1e-5);
      }
    }
  });

  it("step, rectify and scale in WebAssembly as in TypeScript, bit for bit", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(),
          count: blocks.map((count) => 4 * count),
          decay: fc.double({ min: 0, max: 1, noNaN: true }),
          below: fc.constantFrom(0, 0.01),
        }),
        ({ seed, count, decay, below }) => {
          const [compiled, plain] = onBoth(
            seed,
            [count, count, count, count],
            (kernels, w, g, first, second) => {
              kernels.rectify(second!, first!, count, below);
              kernels.scale(g!, second!, count);
              for (let time = 1; time < 3; time++) {
                const rate = 0.01 / (1 - 0.9 ** time), correction = 1 / (1 - 0.999 ** time);
                // deno-fmt-ignore
                kernels.step(w!, g!, first!, second!, count, 0.9, 0.999, decay, decay / 2, rate, correction, 1e-8);
              }
            },
          );
          assert.deepEqual(compiled, plain);
        },
      ),
    );
  });
});
