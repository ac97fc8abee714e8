import type { SupportVectorPasses } from "./kernel_rows.ts";

const { fround } = Math;

/** What `wasm/support_vectors.ts` does, to the last bit, for processors without SIMD. */
export function supportVectorFallback(buffer: ArrayBufferLike): SupportVectorPasses {
  const float32 = new Float32Array(buffer), float64 = new Float64Array(buffer);
  const lanes = new Float32Array(4);

  /** The sum of `term` over four lanes at a time, as the SIMD code adds them up. */
  const sum = (
    query: number,
    other: number,
    width: number,
    term: (a: number, b: number) => number,
  ): number => {
    lanes.fill(0);
    for (let column = 0; column < width; column++) {
      lanes[column % 4]! += fround(
        term(float32[query / 4 + column]!, float32[other / 4 + column]!),
      );
    }
    return fround(fround(lanes[0]! + lanes[2]!) + fround(lanes[1]! + lanes[3]!));
  };

  const keepLess = (found: number, error: number, position: number): void => {
    const best = float64[found / 8]!;
    if (error < best || (error === best && position < float64[found / 8 + 1]!)) {
      float64[found / 8] = error;
      float64[found / 8 + 1] = position;
    }
  };

  const keepMore = (found: number, gain: number, position: number): void => {
    const best = float64[found / 8]!;
    if (gain > best || (gain === best && position < float64[found / 8 + 1]!)) {
      float64[found / 8] = gain;
      float64[found / 8 + 1] = position;
    }
  };

  return {
    radialRow: (query, others, count, width, result) => {
      for (let row = 0; row < count; row++) {
        const distance = sum(query, others + row * width * 4, width, squaredDifference);
        float32[result / 4 + row] = powerOfTwo(distance);
      }
    },

    polynomialRow: (query, others, count, width, result, constant, degree) => {
      for (let row = 0; row < count; row++) {
        const product = sum(query, others + row * width * 4, width, (a, b) => a * b);
        const base = fround(product + fround(constant));
        let value = base;
        for (let power = 1; power < degree; power++) value = fround(value * base);
        float32[result / 4 + row] = value;
      }
    },

    stepErrors: (errors, barredUp, barredDown, first, second, count, step, offset, found) => {
      for (let row = 0; row < count; row++) {
        const difference = float32[first / 4 + row]! - float32[second / 4 + row]!;
        const error = float64[errors / 8 + row]! + step * difference;
        float64[errors / 8 + row] = error;
        const up = error + float64[barredUp / 8 + row]!;
        if (up < Infinity) keepLess(found, up, offset + row);
        const down = error + float64[barredDown / 8 + row]!;
        if (down > float64[found / 8 + 2]!) float64[found / 8 + 2] = down;
      }
    },

    bestPartner: (
      errors,
      barredDown,
      diagonal,
      similar,
      count,
      error,
      ownDiagonal,
      offset,
      found,
    ) => {
      for (let row = 0; row < count; row++) {
        const down = float64[errors / 8 + row]! + float64[barredDown / 8 + row]!;
        const miss = Math.max(0, down - error);
        const curvature = ownDiagonal + float32[diagonal / 4 + row]! -
          2 * float32[similar / 4 + row]!;
        const gain = miss * miss / Math.max(1e-12, curvature);
        if (gain > 0) keepMore(found, gain, offset + row);
      }
    },
  };
}

function squaredDifference(a: number, b: number): number {
  const difference = fround(a - b);
  return difference * difference;
}

/** ln(2)^k / k!, the highest power first. */
const series = [
  1.525273380405984e-5,
  1.540353039338161e-4,
  1.333355814642844e-3,
  9.618129107628477e-3,
  5.550410866482158e-2,
  0.2402265069591007,
  0.6931471805599453,
  1,
].map(fround);

/** Added and taken away, it rounds float32 to whole numbers, halves to the even one. */
const rounder = 1.5 * 2 ** 23;

const bits = new DataView(new ArrayBuffer(4));

/** 2^−distance, as in the SIMD code. */
function powerOfTwo(distance: number): number {
  const power = Math.max(-distance, -126);
  const whole = fround(power + rounder) - rounder;
  const rest = fround(power - whole);
  const value = series.reduce((sum, next) => fround(fround(sum * rest) + next));
  bits.setFloat32(0, value);
  bits.setInt32(0, bits.getInt32(0) + (whole << 23));
  return bits.getFloat32(0);
}
