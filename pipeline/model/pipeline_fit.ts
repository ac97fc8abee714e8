import { closestNames } from "../closest_names.ts";
import { HealerError, type Notice, type Problem } from "../problem.ts";
import type { ColumnType, TableColumn } from "../table/column_type.ts";
import type { Role } from "../table/role.ts";
import type { PipelineDocument } from "./pipeline_file.ts";
import { pipelineFitNotice, pipelineFitProblem } from "./pipeline_fit_problems.ts";
import { plausibleNames } from "./plausible_names.ts";

/** A column of the table that a pipeline is to be applied to. */
export type FitColumn = TableColumn & { readonly role: Role };

/** What is known of the table beside its columns, and what the user says. */
export interface FitOptions {
  /** The column that names the fault; the one that the pipeline names where it is there, else the table's own. */
  readonly label?: string | undefined;
  /** How many different labels there are; undefined where nobody knows. */
  readonly classesOf?: (label: string) => number | undefined;
}

/** How a table suits a pipeline. */
export interface PipelineFit {
  /** The label column of the table; undefined where none can be told. */
  readonly label: string | undefined;
  /** Features that the table has none of, with the names that come close, best first. */
  readonly missing: readonly { readonly name: string; readonly similar: readonly string[] }[];
  /** Features that are no numbers in the table. */
  readonly retyped: readonly { readonly name: string; readonly type: ColumnType }[];
  /** Features of the table that the pipeline does not know. */
  readonly extra: readonly string[];
  /** Missing features and the one column each that is most likely the same under another name. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  /** What keeps the pipeline from being applied, all of it; empty where it fits. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** So many missing features are looked for under other names: each has to be compared with all columns. */
const lookedFor = 200;

/** Fewer where the names of the columns are many or long: so many letters are compared, which takes about a second. */
const lettersCompared = 1_000_000;

/** Compares the columns of a table with what a pipeline needs. */
export function pipelineFit(
  { features, label: wanted }: Pick<PipelineDocument, "features" | "label">,
  columns: readonly FitColumn[],
  { label: chosen, classesOf }: FitOptions = {},
): PipelineFit {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const label = chosen ??
    (byName.has(wanted) ? wanted : columns.find(({ role }) => role === "label")?.name);
  const needed = new Set(features.map(({ name }) => name));
  const usable = columns.filter(({ name, type }) =>
    !needed.has(name) && name !== label && isNumeric(type)
  ).map(({ name }) => name);
  const absent = features.map(({ name }) => name)
    .filter((name) => !byName.has(name) || name === label);
  const letters = usable.reduce((sum, name) => sum + name.length, 1);
  const looked = absent.slice(0, Math.min(lookedFor, Math.floor(lettersCompared / letters)));
  const missing = [
    ...looked.map((name) => ({ name, similar: closestNames(name, usable, 3) })),
    ...absent.slice(looked.length).map((name) => ({ name, similar: [] })),
  ];
  const retyped = features.flatMap(({ name }) => {
    const column = byName.get(name);
    if (column === undefined || name === label || isNumeric(column.type)) return [];
    return [{ name, type: column.type }];
  });
  const extra = columns.filter(({ name, role }) =>
    role === "feature" && !needed.has(name) && name !== label
  ).map(({ name }) => name);
  const problems: Problem[] = [];
  if (missing.length > 0) problems.push(pipelineFitProblem.missing(missing, features.length));
  if (retyped.length > 0) problems.push(pipelineFitProblem.retyped(retyped));
  const labelProblem = problemOfLabel(wanted, label, [...byName.keys()], classesOf);
  if (labelProblem !== undefined) problems.push(labelProblem);
  return {
    label: label !== undefined && byName.has(label) ? label : undefined,
    missing,
    retyped,
    extra,
    renames: plausibleNames(looked, usable),
    problems,
    notices: [
      ...(extra.length > 0 ? [pipelineFitNotice.extra(extra)] : []),
      ...(label !== undefined && label !== wanted && byName.has(label)
        ? [pipelineFitNotice.otherLabel(wanted, label)]
        : []),
    ],
  };
}

/**
 * What is told where a table does not fit: all of its problems in one.
 *
 * @throws {HealerError} `pipeline/…` where there is any
 */
export function requireFit({ problems }: Pick<PipelineFit, "problems">): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  const joined = (field: "message" | "hint", language: "en" | "zh", space: string): string =>
    [...new Set([first, ...others].map((problem) => problem[field][language]))].join(space);
  throw new HealerError({
    ...first,
    message: { en: joined("message", "en", " "), zh: joined("message", "zh", "") },
    hint: { en: joined("hint", "en", " "), zh: joined("hint", "zh", "") },
  });
}

function isNumeric(type: ColumnType): boolean {
  return type === "number" || type === "boolean";
}

function problemOfLabel(
  wanted: string,
  label: string | undefined,
  columns: readonly string[],
  classesOf: FitOptions["classesOf"],
): Problem | undefined {
  if (label === undefined) {
    return pipelineFitProblem.noLabel(wanted, closestNames(wanted, columns, 3));
  }
  if (!columns.includes(label)) {
    return pipelineFitProblem.absentLabel(label, closestNames(label, columns, 3));
  }
  const classes = classesOf?.(label);
  return classes === undefined || classes >= 2
    ? undefined
    : pipelineFitProblem.tooFewClasses(label, classes);
}
