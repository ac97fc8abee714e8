import { describe, it } from "node:test";
import { normalQuantile } from "@/pipeline/steps/normal_quantile.ts";
import { assertClose } from "./assert_close.ts";
import { referenceRows } from "./reference_values.ts";

describe("normalQuantile", () => {
  it("agrees with SciPy's norm.ppf from the middle to the far tail", () => {
    const rows = referenceRows("normal-quantile");
    assertClose(
      rows.map(([probability]) => normalQuantile(probability!)),
      rows.map(([, quantile]) => quantile!),
      1e-14,
    );
  });
});
