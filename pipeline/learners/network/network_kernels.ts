import { multiplyPlainly, rectifyPlainly, scalePlainly, stepPlainly } from "./plain_kernels.ts";

/** The hot loops of a network: on numbers in one memory, addressed in bytes, widths padded to 8 numbers. */
export interface NetworkKernels {
  /**
   * C = bias + A·B in float32; the products of an element are summed in ascending order of the inner index.
   *
   * @param a m×k: element (i, p) lies at a + 4·(i·aRow + p·aStep); m is a multiple of 4
   * @param b k×n with rows `bStride` apart, or where `isTransposed` n×k; n is a multiple of 8
   * @param bias n numbers that every row starts from, or 0 for none
   * @param c m×n with rows `cStride` apart
   * @param panel k×8 numbers of work space
   */
  readonly multiply: (
    a: number,
    aRow: number,
    aStep: number,
    b: number,
    bStride: number,
    isTransposed: boolean,
    bias: number,
    c: number,
    cStride: number,
    m: number,
    n: number,
    k: number,
    panel: number,
  ) => void;
  /**
   * One step of Adam (Kingma & Ba, "Adam: a method for stochastic optimization", 2015) or AdamW (Loshchilov &
   * Hutter, "Decoupled weight decay regularization", 2019) on `count` weights, a multiple of 4.
   *
   * @param first the running means of the gradient, `second` of its square
   * @param penalty times the weight, is added to the gradient: the weight decay of Adam
   * @param shrinkage times the weight, is taken from the weight: the weight decay of AdamW
   * @param rate the learning rate over 1 − β₁ᵗ
   * @param correction 1/√(1 − β₂ᵗ)
   */
  readonly step: (
    weights: number,
    gradient: number,
    first: number,
    second: number,
    count: number,
    beta1: number,
    beta2: number,
    penalty: number,
    shrinkage: number,
    rate: number,
    correction: number,
    epsilon: number,
  ) => void;
  /**
   * Puts 1 or, for values that are not above 0, `below` into `slopes`, and value × slope in each value's
   * place; `count` is a multiple of 4.
   */
  readonly rectify: (values: number, slopes: number, count: number, below: number) => void;
  /** Multiplies each of `count` values, a multiple of 4, by its factor, in place. */
  readonly scale: (values: number, factors: number, count: number) => void;
}

/** The kernels in WebAssembly on `memory`, or in TypeScript where this machine lacks its SIMD instructions. */
export function networkKernels(memory: WebAssembly.Memory): NetworkKernels {
  modules ??= compileAll();
  if (modules === undefined) return plainKernels(memory);
  const kernels = modules.map((module) =>
    new WebAssembly.Instance(module, { env: { memory } }).exports
  );
  const find = (name: string): (...given: unknown[]) => void => {
    const kernel = kernels.find((exports) => name in exports)?.[name];
    if (typeof kernel !== "function") throw new TypeError(`Cannot find the kernel "${name}".`);
    return (...given) => kernel(...given);
  };
  return {
    multiply: find("multiply"),
    step: find("step"),
    rectify: find("rectify"),
    scale: find("scale"),
  };
}

/** The kernels in TypeScript: bit for bit the same numbers, some ten times slower. */
export function plainKernels(memory: WebAssembly.Memory): NetworkKernels {
  const numbers = new Float32Array(memory.buffer);
  return {
    multiply: (...given) => multiplyPlainly(numbers, ...given),
    step: (...given) => stepPlainly(numbers, ...given),
    rectify: (...given) => rectifyPlainly(numbers, ...given),
    scale: (...given) => scalePlainly(numbers, ...given),
  };
}

let modules: readonly WebAssembly.Module[] | undefined;

/** The modules of the kernels; undefined where their instructions are unknown here. */
function compileAll(): WebAssembly.Module[] | undefined {
  const files = ["gemm", "adam", "rectify"].map((name) =>
    Deno.readFileSync(new URL(`../wasm/${name}.wasm`, import.meta.url))
  );
  return files.every((bytes) => WebAssembly.validate(bytes))
    ? files.map((bytes) => new WebAssembly.Module(bytes))
    : undefined;
}
