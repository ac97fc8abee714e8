import { useEffect, useRef, useState } from "preact/hooks";
import * as z from "zod/mini";
import { problemOf } from "@/islands/api.ts";
import { faultsApi } from "@/islands/faults_api.ts";
import { type FaultCatalogue, faultCatalogueSchema } from "@/pipeline/model/fault_catalogue.ts";
import type { Problem, Text } from "@/pipeline/problem.ts";
import { type FaultsAnswer, faultsSchema } from "@/web/faults_schema.ts";
import { faultsTexts } from "../texts_faults.ts";
import { changedFaults, rebase, withoutBlanks } from "./catalogue_draft.ts";

const keptSchema = z.object({ base: faultsSchema, draft: faultCatalogueSchema });

/** A catalogue that is being changed. */
export interface CatalogueWork {
  /** What the changes are based on. */
  readonly base: FaultsAnswer;
  readonly draft: FaultCatalogue;
  /** The classes that were changed and not saved. */
  readonly changed: readonly string[];
  readonly isBusy: boolean;
  /** What was done last, in words. */
  readonly said: Text | undefined;
  readonly problem: Problem | undefined;
  change(draft: FaultCatalogue, said?: Text): void;
  fail(error: unknown): void;
  save(): void;
  cancel(): void;
  undo(): void;
}

/** The work on a catalogue; what is not saved stays with the browser's tab, whatever happens to the page. */
export function useCatalogue(answer: FaultsAnswer): CatalogueWork {
  const [base, setBase] = useState(answer);
  const [draft, setDraft] = useState<FaultCatalogue>(answer.catalogue);
  const [isBusy, setBusy] = useState(true);
  const [said, setSaid] = useState<Text>();
  const [problem, setProblem] = useState<Problem>();
  const key = `healer-faults-${answer.model.id}`;
  const changed = changedFaults(base.catalogue, draft);
  const isDirty = changed.length > 0;
  const state = useRef({ base, draft });
  state.current = { base, draft };

  const settle = (next: FaultsAnswer, words: Text): void => {
    setBase(next);
    setDraft(next.catalogue);
    setSaid(words);
  };
  /** Puts what was changed here on top of what was saved elsewhere. */
  const takeIn = (from: FaultsAnswer, mine: FaultCatalogue, theirs: FaultsAnswer): void => {
    const merged = rebase(from.catalogue, mine, theirs.catalogue);
    setBase(theirs);
    setDraft(merged.draft);
    setSaid(changedElsewhere(merged.contested));
  };

  useEffect(() => {
    const kept = readKept(key);
    if (kept !== undefined) {
      if (kept.base.etag === answer.etag) {
        setDraft(kept.draft);
        setSaid(faultsTexts.broughtBack);
      } else takeIn(kept.base, kept.draft, answer);
    }
    setBusy(false);
    const warn = (event: BeforeUnloadEvent): void => {
      const { base, draft } = state.current;
      if (changedFaults(base.catalogue, draft).length > 0) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, []);

  useEffect(() => {
    if (isBusy) return;
    if (isDirty) sessionStorage.setItem(key, JSON.stringify({ base, draft }));
    else sessionStorage.removeItem(key);
  }, [base, draft, isBusy]);

  const work = async (step: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    setSaid(undefined);
    try {
      await step();
    } catch (error) {
      const found = problemOf(error);
      if (found.code !== "catalogue/conflict") setProblem(found);
      else {await faultsApi.get(base.model.id).then(
          (theirs) => takeIn(base, draft, theirs),
          (error) => setProblem(problemOf(error)),
        );}
    }
    setBusy(false);
  };

  return {
    base,
    draft,
    changed,
    isBusy,
    said,
    problem,
    change(next, words) {
      setDraft(next);
      setSaid(words);
      setProblem(undefined);
    },
    fail: (error) => setProblem(problemOf(error)),
    save: () =>
      void work(async () => {
        const catalogue = withoutBlanks(draft);
        settle(await faultsApi.save(base.model.id, base.etag, catalogue), faultsTexts.saved);
      }),
    cancel() {
      setDraft(base.catalogue);
      setSaid(undefined);
      setProblem(undefined);
    },
    undo: () =>
      void work(async () => {
        settle(await faultsApi.undo(base.model.id, base.etag), faultsTexts.undone);
      }),
  };
}

function changedElsewhere(contested: readonly string[]): Text {
  if (contested.length === 0) return faultsTexts.changedElsewhere;
  const both = faultsTexts.contested(contested.slice(0, 5).join(", "));
  return {
    en: `${faultsTexts.changedElsewhere.en} ${both.en}`,
    zh: `${faultsTexts.changedElsewhere.zh}${both.zh}`,
  };
}

function readKept(key: string): z.infer<typeof keptSchema> | undefined {
  const text = sessionStorage.getItem(key);
  if (text === null) return undefined;
  try {
    return z.safeParse(keptSchema, JSON.parse(text)).data;
  } catch {
    return undefined; // what another version has kept is of no use
  }
}
