import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { CompareChoice } from "@/components/diagnosis/compare_choice.tsx";
import { CompareRows } from "@/components/diagnosis/compare_rows.tsx";
import { CompareShares } from "@/components/diagnosis/compare_shares.tsx";
import { CatalogueContext } from "@/components/fault_catalogue.ts";
import { LanguageContext } from "@/components/language.ts";
import { ProblemText } from "@/components/problem_text.tsx";
import { compareTexts } from "@/components/texts_diagnosis_compare.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { DiagnosisOverview } from "@/web/diagnosis_schema.ts";
import type { Differences } from "@/web/differences_schema.ts";
import type { Language } from "@/web/language.ts";
import { problemOf } from "./api.ts";
import { diagnosisApi } from "./diagnosis_api.ts";

/** Two diagnoses side by side, and what differs. */
export default function CompareDiagnoses(
  { diagnoses, catalogues, language, ...wanted }: {
    /** Those that are done, newest first. */
    readonly diagnoses: readonly DiagnosisOverview[];
    /** What the faults of each of their models are called. */
    readonly catalogues: readonly { readonly model: string; readonly catalogue: FaultCatalogue }[];
    /** The ids that the address names. */
    readonly a: string | null;
    readonly b: string | null;
    readonly language: Language;
  },
): JSX.Element {
  const known = (id: string | null): string | undefined =>
    diagnoses.find((each) => each.id === id)?.id;
  const [a, setA] = useState(known(wanted.a) ?? diagnoses[1]?.id);
  const [b, setB] = useState(known(wanted.b) ?? diagnoses.find(({ id }) => id !== a)?.id);
  const [differences, setDifferences] = useState<Differences>();
  const [problem, setProblem] = useState<Problem>();
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  useEffect(() => {
    setProblem(undefined);
    setDifferences(undefined);
    if (a === undefined || b === undefined) return;
    history.replaceState(null, "", `?${new URLSearchParams({ a, b })}`);
    const ending = new AbortController();
    const { signal } = ending;
    diagnosisApi.differences(a, b, signal).then(
      (answer) => !signal.aborted && setDifferences(answer),
      (error: unknown) => !signal.aborted && setProblem(problemOf(error)),
    );
    return () => ending.abort();
  }, [a, b]);
  /** The names of the second come first: it is mostly the newer one. */
  const catalogueOf = ({ a, b }: Differences): FaultCatalogue => {
    const [first, second] = [a, b].map(({ model }) =>
      catalogues.find((each) => each.model === model.id)?.catalogue ?? []
    );
    const named = new Set(second?.map(({ fault }) => fault));
    return [...second ?? [], ...(first ?? []).filter(({ fault }) => !named.has(fault))];
  };
  return (
    <LanguageContext.Provider value={language}>
      <main class="page" id="main">
        <div class="page-head">
          <div>
            <h1>{compareTexts.title[language]}</h1>
            <p class="dim">{compareTexts.what[language]}</p>
          </div>
        </div>
        {diagnoses.length < 2 ? <p class="note">{compareTexts.tooFew[language]}</p> : (
          <CompareChoice
            diagnoses={diagnoses}
            a={a}
            b={b}
            isDisabled={!isAlive}
            onA={setA}
            onB={setB}
          />
        )}
        {problem && <ProblemText problem={problem} language={language} />}
        {differences && (
          <CatalogueContext.Provider
            value={{
              classes: differences.faults.map(({ fault }) => fault),
              catalogue: catalogueOf(differences),
            }}
          >
            <CompareShares differences={differences} />
            <CompareRows differences={differences} />
          </CatalogueContext.Provider>
        )}
        {isAlive && differences === undefined && problem === undefined && a && b && (
          <p class="dim" role="status">{compareTexts.comparing[language]}</p>
        )}
      </main>
    </LanguageContext.Provider>
  );
}
