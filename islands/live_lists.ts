import { useEffect, useState } from "preact/hooks";
import type { DatasetAnswer, ModelAnswer, NotebookOverview } from "@/web/api_schema.ts";
import type { DiagnosisOverview } from "@/web/diagnosis_schema.ts";
import type { PipelineAnswer } from "@/web/pipeline_schema.ts";
import type { UploadAnswer } from "@/web/upload_schema.ts";
import { api } from "./api.ts";
import { diagnosisApi } from "./diagnosis_api.ts";
import { type Heard, listen } from "./event_stream.ts";
import { uploadApi } from "./import/upload_api.ts";
import { pipelineApi } from "./pipeline_api.ts";

/** What there is in the workspace. */
export interface Lists {
  readonly notebooks: readonly NotebookOverview[];
  readonly datasets: readonly DatasetAnswer[];
  readonly pipelines: readonly PipelineAnswer[];
  readonly models: readonly ModelAnswer[];
  readonly diagnoses: readonly DiagnosisOverview[];
  /** Files that no dataset was made of yet. */
  readonly uploads: readonly UploadAnswer[];
}

type ListName = keyof Lists;

/** Lists that keep up with the workspace. */
export interface LiveLists<Name extends ListName> {
  readonly lists: Pick<Lists, Name>;
  /** Asks for a list anew, without waiting for an event. @throws {HealerError} where it cannot be had */
  renew(name: Name): Promise<void>;
}

/** Milliseconds that changes are gathered before lists are asked for anew. */
const calm = 300;

const ask: { readonly [Name in ListName]: () => Promise<Pick<Lists, Name>> } = {
  notebooks: async () => ({ notebooks: (await api.notebooks()).notebooks }),
  datasets: api.datasets,
  uploads: uploadApi.list,
  pipelines: pipelineApi.list,
  models: api.models,
  diagnoses: diagnosisApi.list,
};

/** The lists `names` as the server gave them with the page, and as they become. */
export function useLiveLists<Name extends ListName>(
  given: Pick<Lists, Name>,
  names: readonly Name[],
): LiveLists<Name> {
  const [lists, setLists] = useState(given);
  useEffect(() => {
    const changed = new Set<Name>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasHeard = false;
    let isEnded = false;
    const renew = async (): Promise<void> => {
      timer = undefined;
      const wanted = [...changed];
      changed.clear();
      // A list that cannot be had now stays as it is: when the connection is back, all are asked for anew.
      const answers = await Promise.allSettled(wanted.map((name) => ask[name]()));
      if (isEnded) return;
      for (const answer of answers) {
        if (answer.status === "fulfilled") setLists((others) => ({ ...others, ...answer.value }));
      }
    };
    const stop = listen((heard) => {
      // The first time the lists are as they came with the page.
      const isBack = heard.event === "hello" && hasHeard;
      if (heard.event === "hello") hasHeard = true;
      const affected = changedLists(heard);
      for (const name of names) if (isBack || affected.includes(name)) changed.add(name);
      if (changed.size > 0) timer ??= setTimeout(() => void renew(), calm);
    });
    return () => {
      isEnded = true;
      stop();
      clearTimeout(timer);
    };
  }, []);
  const renew = async (name: Name): Promise<void> => {
    const answer = await ask[name]();
    setLists((others) => ({ ...others, ...answer }));
  };
  return { lists, renew };
}

function changedLists(heard: Heard): readonly ListName[] {
  if (heard.event === "changed") {
    const { list } = heard.data;
    // A file that has become a dataset does not wait any more.
    return list === "datasets" ? [list, "uploads"] : [list];
  }
  if (heard.event !== "notebook") return [];
  const { type } = heard.data.event;
  // A cell that has read a file tells how large its table is.
  if (type === "run-finished") return ["notebooks", "datasets", "models"];
  return type === "state" ? ["notebooks"] : [];
}
