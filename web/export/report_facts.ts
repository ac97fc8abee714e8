import { z } from "zod";
import { cellsWords } from "@/components/notebook/cell_names.ts";
import { countWords, numberWords, percentWords, scoreWords } from "@/components/number_words.ts";
import type { DiagnosisCounts, Fact, Report } from "@/components/report/report.ts";
import { texts } from "@/components/texts.ts";
import { diagnosisTexts } from "@/components/texts_diagnosis.ts";
import { reportTexts } from "@/components/texts_report.ts";
import { diagnosisValueSchema } from "@/pipeline/cells/diagnosis_value.ts";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import { preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import type { Value } from "@/pipeline/cells/value.ts";
import { isReadyState } from "@/pipeline/kernel/cell_state.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { faultLabel } from "@/pipeline/model/fault_name.ts";
import { engineVersion } from "@/pipeline/version.ts";
import type { Language } from "../language.ts";
import type { ExportSource } from "./export_source.ts";
import { reportMoment } from "./report_moment.ts";

const seededSchema = z.object({ seed: z.number() });

/** What a report says of itself at its head. */
export function headFacts(
  source: Pick<ExportSource, "notebook" | "cells" | "kinds" | "language">,
): Pick<Report, "facts" | "warning"> {
  const { notebook, cells, language } = source;
  const finished = cells.flatMap((cell) => cell.finished ?? []).sort().at(-1);
  const data = sources(source);
  const seeds = seedsOf(source);
  const version = reportTexts.version(texts.product, engineVersion, String(notebook.format));
  const behind = cells.filter(({ state }) => !isReadyState(state)).map(({ id }) => id);
  const behindWords = cellsWords(notebook, behind, language);
  return {
    facts: [
      {
        name: reportTexts.run[language],
        values: [
          finished === undefined ? reportTexts.notRun[language] : reportMoment(finished, language),
        ],
      },
      {
        name: reportTexts.cells[language],
        values: [reportTexts.cellCount(countWords(cells.length))[language]],
      },
      ...(data.length === 0 ? [] : [
        { name: reportTexts.data[language], values: data.map(({ name }) => name) },
        {
          name: reportTexts.dataHash[language],
          values: data.map(({ sha256 }) => sha256),
          isCode: true,
        },
      ]),
      ...(seeds.length === 0 ? [] : [{ name: reportTexts.seeds[language], values: seeds }]),
      { name: reportTexts.made[language], values: [version[language]] },
    ],
    warning: behindWords === undefined ? "" : reportTexts.notUpToDate(behindWords)[language],
  };
}

/** The files that the tables came from. */
function sources({ cells }: Pick<ExportSource, "cells">): { name: string; sha256: string }[] {
  const found = cells.flatMap(({ result }) => Object.values(result?.values ?? {}))
    .flatMap((value) => preparedSchema.safeParse(value).data?.source ?? []);
  return [...new Map(found.map((source) => [source.sha256, source])).values()];
}

/** The seeds of the cells that have one, each with the cells that share it. */
function seedsOf(
  { notebook, kinds, language }: Pick<ExportSource, "notebook" | "kinds" | "language">,
): string[] {
  const cellsOf = new Map<number, string[]>();
  for (const { id, kind, params } of notebook.cells) {
    const known = kinds.get(kind)?.params.safeParse(params).data;
    const seed = seededSchema.safeParse(known).data?.seed;
    if (seed !== undefined) cellsOf.set(seed, [...cellsOf.get(seed) ?? [], id]);
  }
  return [...cellsOf].map(([seed, ids]) =>
    reportTexts.seedOf(String(seed), cellsWords(notebook, ids, language) ?? "")[language]
  );
}

/** What the cards of the models among some values say, and what people call their classes. */
export function modelFacts(
  values: readonly Value[],
  language: Language,
  catalogueOf: ExportSource["catalogueOf"],
): Fact[][] {
  return values.flatMap((value) => {
    const model = modelSchema.safeParse(value).data;
    return model === undefined ? [] : [cardFacts(model, language, catalogueOf(model.file))];
  });
}

function cardFacts(
  { card, file }: z.infer<typeof modelSchema>,
  language: Language,
  catalogue: FaultCatalogue,
): Fact[] {
  const { recipe, data, features, classes, metrics, seed, engine, parity } = card;
  const learner = learners.find(({ name }) => name === recipe.learner.name);
  const fact = (name: keyof typeof named, ...values: string[]): Fact => ({
    name: reportTexts[name][language],
    values,
    isCode: name === "dataHash" || name === "modelHash",
  });
  return [
    fact("learner", learner?.title[language] ?? recipe.learner.name),
    fact("learntFrom", reportTexts.rowsOf(countWords(data.rows), data.name)[language]),
    fact("features", countWords(features.length)),
    fact(
      "classes",
      classes.map((fault) => faultLabel(catalogue, fault, language))
        .join({ en: ", ", zh: "、" }[language]),
    ),
    ...(metrics === null ? [] : [
      fact(
        "macroF1",
        reportTexts.byFolds(
          scoreWords(metrics.evaluation.macro_f1),
          scoreWords(metrics.macro_f1_interval[0]),
          scoreWords(metrics.macro_f1_interval[1]),
          String(metrics.folds),
        )[language],
      ),
      fact("accuracy", percentWords(metrics.evaluation.accuracy, language)),
    ]),
    fact("seed", String(seed)),
    fact("engine", engine),
    fact(
      "parity",
      reportTexts.proven(
        countWords(parity.training_rows + parity.perturbed_rows),
        numberWords(parity.max_difference),
      )[language],
    ),
    fact("dataHash", data.sha256),
    fact("modelHash", file.sha256),
  ];
}

const named = {
  learner: true,
  learntFrom: true,
  features: true,
  classes: true,
  macroF1: true,
  accuracy: true,
  seed: true,
  engine: true,
  parity: true,
  dataHash: true,
  modelHash: true,
} as const;

/** How the diagnoses among some values came out. */
export function diagnosisCounts(
  values: readonly Value[],
  language: Language,
): DiagnosisCounts[] {
  return values.flatMap((value): DiagnosisCounts[] => {
    const found = diagnosisValueSchema.safeParse(value).data;
    if (found === undefined) return [];
    const { rows, counts, unread, withWarnings } = found;
    const notices = [
      ...(unread > 0 ? [diagnosisTexts.unread(unread, countWords(unread))] : []),
      ...(withWarnings > 0 ? [diagnosisTexts.warned(withWarnings, countWords(withWarnings))] : []),
    ];
    return [{ rows, counts, notices: notices.map((notice) => notice[language]) }];
  });
}
