import { closestNames } from "../closest_names.ts";
import type { Problem } from "../problem.ts";
import { isInfinite, missingNumbers, parseBoolean, parseNumber } from "../table/cell.ts";
import { sampleProblem } from "./sample_problems.ts";
import type { SampleText } from "./sample_text.ts";

/** A feature that a sample may have a value for. */
export interface SampleFeature {
  readonly name: string;
}

const missing: ReadonlySet<string> = new Set(missingNumbers.map((word) => word.toLowerCase()));

/** So many names that nobody knows are compared with all features. */
const mostCompared = 20;

/** Collects the values of one sample, and what was wrong with it. */
export class SampleReader {
  private readonly byName: ReadonlyMap<string, number>;
  private readonly byLowerCase = new Map<string, number | null>();
  private readonly others: ReadonlySet<string>;
  /** Which of several values of a feature counts. */
  counted: "first" | "last" = "first";
  private readonly values: (number | null)[];
  private readonly seen = new Set<number>();
  private readonly unknown = new Set<string>();
  private readonly repeated = new Set<string>();
  private readonly notNumbers: { name: string; raw: string }[] = [];
  private readonly problems: Problem[] = [];

  constructor(private readonly features: readonly SampleFeature[], others: readonly string[]) {
    this.byName = new Map(features.map(({ name }, index) => [name, index]));
    for (const [index, { name }] of features.entries()) {
      const key = name.trim().toLowerCase();
      this.byLowerCase.set(key, this.byLowerCase.has(key) ? null : index);
    }
    this.others = new Set(others);
    this.values = features.map(() => null);
  }

  get featureCount(): number {
    return this.features.length;
  }

  problem(problem: Problem): void {
    this.problems.push(problem);
  }

  knowsOneOf(names: readonly string[]): boolean {
    return names.some((name) => this.indexOf(name) !== undefined);
  }

  /** Whether it is a feature, or at least no number. */
  mayBeName(cell: string): boolean {
    return this.indexOf(cell) !== undefined || !this.isNumber(cell);
  }

  isNumber(cell: unknown): boolean {
    return typeof cell === "number" ||
      (typeof cell === "string" && !Number.isNaN(parseNumber(cell.trim(), ".")));
  }

  /** A value under a name. */
  named(name: string, raw: unknown): void {
    const index = this.indexOf(name);
    if (index !== undefined) this.placed(index, raw);
    else if (!this.others.has(name.trim())) this.unknown.add(name.trim());
  }

  /** A name of which one value was taken already. */
  again(name: string): void {
    const index = this.indexOf(name);
    if (index !== undefined) this.repeated.add(this.features[index]!.name);
  }

  /** The value of the feature at `index`; the first one counts. */
  placed(index: number, raw: unknown): void {
    const { name } = this.features[index]!;
    if (this.seen.has(index)) {
      this.repeated.add(name);
      return;
    }
    this.seen.add(index);
    const value = numberOf(raw);
    if (value === undefined) this.notNumbers.push({ name, raw: shown(raw) });
    else this.values[index] = value;
  }

  result(): SampleText {
    const names = this.features.map(({ name }) => name);
    const unknown = [...this.unknown].map((name, index) => ({
      name,
      closest: index < mostCompared ? closestNames(name.slice(0, 200), names, 3) : [],
    }));
    return {
      values: this.values,
      named: this.seen.size,
      problems: [
        ...this.problems,
        ...(unknown.length > 0 ? [sampleProblem.unknown(unknown)] : []),
        ...(this.repeated.size > 0
          ? [sampleProblem.repeated([...this.repeated], this.counted)]
          : []),
        ...(this.notNumbers.length > 0 ? [sampleProblem.notNumbers(this.notNumbers)] : []),
      ],
    };
  }

  private indexOf(name: string): number | undefined {
    return this.byName.get(name) ?? this.byName.get(name.trim()) ??
      this.byLowerCase.get(name.trim().toLowerCase()) ?? undefined;
  }
}

/** The number that was written; null = missing, undefined = no number that float32 can hold. */
function numberOf(raw: unknown): number | null | undefined {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === "boolean") return raw ? 1 : 0;
  if (typeof raw === "number") return isInfinite(raw) ? undefined : raw;
  if (typeof raw !== "string") return undefined;
  const bare = raw.trim();
  if (missing.has(bare.toLowerCase())) return null;
  const number = parseNumber(bare, ".");
  if (!Number.isNaN(number)) return isInfinite(number) ? undefined : number;
  const flag = parseBoolean(bare);
  return flag === undefined ? undefined : Number(flag);
}

function shown(raw: unknown): string {
  return typeof raw === "string" ? raw : JSON.stringify(raw);
}
