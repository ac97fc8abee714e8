import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { LatencyMix } from "@/pipeline/simulator/latency.ts";

const seconds = fc.double({ min: 1e-4, max: 10, noNaN: true });

describe("LatencyMix", () => {
  it("finds a lognormal distribution again from its mean and variance", () => {
    const location = -5, spread = 0.8;
    const mean = Math.exp(location + spread ** 2 / 2);
    const mix = new LatencyMix();
    mix.add(100, mean, (Math.exp(spread ** 2) - 1) * mean ** 2);
    mix.fit();
    assert.ok(Math.abs(mix.p50 / Math.exp(location) - 1) < 1e-9);
    assert.ok(Math.abs(mix.p95 / Math.exp(location + 1.644854 * spread) - 1) < 1e-3);
    assert.ok(Math.abs(mix.p99 / Math.exp(location + 2.326348 * spread) - 1) < 1e-3);
    assert.ok(Math.abs(mix.shareBeyond(mix.p50) - 0.5) < 1e-9);
    assert.ok(Math.abs(mix.shareBeyond(mix.p95) - 0.05) < 0.01);
  });

  it("keeps its percentiles in order for any mixture", () => {
    const part = fc.record({
      weight: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
      mean: seconds,
      deviation: seconds,
    });
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const mix = new LatencyMix();
      for (const { weight, mean, deviation } of parts) mix.add(weight, mean, deviation ** 2);
      mix.fit();
      assert.ok(0 < mix.p50 && mix.p50 <= mix.p95 && mix.p95 <= mix.p99);
      assert.ok(mix.p50 <= mix.mean * (1 + 1e-9));
      assert.ok(mix.shareBeyond(0.5) >= mix.shareBeyond(1));
    }));
  });

  it("adds up mixtures as if their parts had been added", () => {
    const whole = new LatencyMix(), left = new LatencyMix(), right = new LatencyMix();
    whole.add(3, 0.01, 0.0001);
    whole.add(1, 0.2, 0.02);
    left.add(3, 0.01, 0.0001);
    right.add(1, 0.2, 0.02);
    left.addAll(right);
    whole.fit();
    left.fit();
    assert.equal(left.p99, whole.p99);
    assert.equal(left.mean, whole.mean);
  });
});
