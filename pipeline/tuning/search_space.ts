import { z } from "zod";
import type { Learner } from "../learners/learner.ts";
import { type ParamMeta, paramMetas, type ParamSearch } from "../param_meta.ts";
import type { Random } from "../random.ts";

const recordSchema = z.record(z.string(), z.unknown());

/** Params of a learner that differ from its defaults. */
export type DrawnParams = Readonly<Record<string, unknown>>;

/** How often a param is drawn rather than left at its default. */
const drawnShare = 0.7;
/** How far a number moves in one step, as a share of its range. */
const stepShare = 0.15;

/**
 * What tuning may change of a learner: the params whose schema carries a `search` meta, each with its range or
 * its values. Numbers are rounded to three digits, so that they can be read and typed.
 */
export class SearchSpace {
  private readonly metas: ReadonlyMap<string, ParamMeta>;
  private readonly searched: readonly (readonly [name: string, search: ParamSearch])[];

  constructor(private readonly learner: Learner) {
    this.metas = paramMetas(learner.params);
    this.searched = [...this.metas].flatMap(([name, { search }]) => search ? [[name, search]] : []);
  }

  /** Whether there is nothing to search. */
  get isEmpty(): boolean {
    return this.searched.length === 0;
  }

  /** Params drawn from the whole space. */
  draw(random: Random): DrawnParams {
    const drawn = Object.fromEntries(
      this.searched.filter(() => random.next() < drawnShare)
        .map(([name, search]) => [name, this.fitting(name, valueAt(search, random.next()))]),
    );
    return this.valid(drawn) ?? {};
  }

  /** Params close to `from`, one or two of which differ. */
  drawNear(from: DrawnParams, random: Random): DrawnParams {
    if (this.isEmpty) return from;
    const moved = { ...this.withDefaults(from) };
    const shown = this.searched.filter(([name]) => this.isShown(name, moved));
    const changes = 1 + random.below(2);
    for (let change = 0; change < changes && shown.length > 0; change++) {
      const [name, search] = shown[random.below(shown.length)]!;
      moved[name] = this.fitting(name, neighbour(search, moved[name], random));
    }
    return this.valid(moved) ?? from;
  }

  /** What is left of `params` without the defaults and what has no effect; undefined where they do not go together. */
  private valid(params: Record<string, unknown>): DrawnParams | undefined {
    const shown = Object.fromEntries(
      Object.entries(params).filter(([name]) => this.isShown(name, this.withDefaults(params))),
    );
    const parsed = this.learner.params.safeParse(shown);
    if (!parsed.success) return undefined;
    const defaults = this.withDefaults({});
    return Object.fromEntries(
      Object.entries(shown).filter(([name, value]) => !sameValue(value, defaults[name])),
    );
  }

  private isShown(name: string, params: Readonly<Record<string, unknown>>): boolean {
    const conditions = Object.entries(this.metas.get(name)?.shownWhen ?? {});
    return conditions.every(([other, values]) =>
      values.some((value) => sameValue(value, params[other]))
    );
  }

  private withDefaults(params: DrawnParams): Record<string, unknown> {
    const complete = recordSchema.safeParse(this.learner.params.safeParse(params).data);
    return complete.success ? complete.data : { ...params };
  }

  /** A number as the param takes it, whole where it must be. */
  private fitting(name: string, value: unknown): unknown {
    if (typeof value !== "number") return value;
    const rounded = Number(value.toPrecision(3));
    return this.learner.params.safeParse({ [name]: rounded }).success
      ? rounded
      : Math.round(rounded);
  }
}

/** The value at a share in [0, 1) of the range or the list. */
function valueAt(search: ParamSearch, share: number): unknown {
  if ("values" in search) return search.values[Math.floor(share * search.values.length)];
  const { low, high, scale } = search;
  return scale === "log" ? low * (high / low) ** share : low + (high - low) * share;
}

function shareOf(search: Exclude<ParamSearch, { values: unknown }>, value: number): number {
  const { low, high, scale } = search;
  const share = scale === "log"
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low);
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}

function neighbour(search: ParamSearch, value: unknown, random: Random): unknown {
  if ("values" in search) {
    const others = search.values.filter((other) => !sameValue(other, value));
    return others.length > 0 ? others[random.below(others.length)] : value;
  }
  const from = typeof value === "number" ? shareOf(search, value) : random.next();
  return valueAt(search, Math.min(1, Math.max(0, from + stepShare * random.normal())));
}

function sameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
