import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api, problemOf } from "@/islands/api.ts";
import { pipelineApi } from "@/islands/pipeline_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { PipelineDraft, SavedPipeline } from "@/web/pipeline_schema.ts";
import { Dialog } from "../dialog.tsx";
import { Icon, StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { ProblemText } from "../problem_text.tsx";
import { pipelineTexts } from "../texts_pipelines.ts";
import { PipelineContentList } from "./pipeline_content.tsx";

/** Shows the pipeline that ends in a cell and saves it under a name; what was typed stays when that fails. */
export function SavePipelineDialog(
  { notebook, cell, onClose }: {
    readonly notebook: string;
    readonly cell: string;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [draft, setDraft] = useState<PipelineDraft>();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const [saved, setSaved] = useState<SavedPipeline>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setProblem(undefined);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    void attempt(async () => {
      const found = await pipelineApi.draft(notebook, cell);
      setName(found.name);
      setDraft(found);
    });
  }, [notebook, cell]);
  const wanted = name.trim();
  const unrun = problem?.code === "pipeline/not-run" ? problem.place.cell : undefined;
  const known = draft?.known.find((each) => each.name === wanted);
  const save = (): Promise<void> =>
    attempt(async () => setSaved(await pipelineApi.save({ notebook, cell, name: wanted })));
  return (
    <Dialog id="save-pipeline" title={pipelineTexts.save[language]} onClose={onClose}>
      {saved === undefined && <p class="small dim">{pipelineTexts.saveWhat[language]}</p>}
      {draft === undefined && problem === undefined && (
        <p class="faint" role="status">{pipelineTexts.looking[language]}</p>
      )}
      {saved !== undefined && <Saved saved={saved} onClose={onClose} />}
      {saved === undefined && draft !== undefined && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <label class="field">
            <span class="label">{pipelineTexts.name[language]}</span>
            <input
              class="input"
              value={name}
              maxLength={10_000}
              required
              pattern=".*\S.*"
              autocomplete="off"
              autofocus
              onFocus={({ currentTarget }) => currentTarget.select()}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
            <span class="help" role="status">
              {(known === undefined
                ? pipelineTexts.becomesNew
                : known.isSame
                ? pipelineTexts.isSame(known.version)
                : pipelineTexts.becomesNext(known.version + 1))[language]}
            </span>
          </label>
          <PipelineContentList content={draft.content} leftOut={draft.leftOut} />
          {problem && <ProblemText problem={problem} language={language} />}
          <div class="buttons">
            <button type="button" class="button" onClick={onClose}>
              {pipelineTexts.cancel[language]}
            </button>
            <button type="submit" class="button primary" disabled={isBusy || wanted === ""}>
              {pipelineTexts.saveIt[language]}
            </button>
          </div>
        </form>
      )}
      {draft === undefined && problem && (
        <>
          <ProblemText problem={problem} language={language} />
          <div class="buttons">
            <button type="button" class="button" onClick={onClose}>
              {pipelineTexts.close[language]}
            </button>
            {unrun !== undefined && (
              <button
                type="button"
                class="button primary"
                disabled={isBusy}
                onClick={() =>
                  void attempt(async () => {
                    await api.run(notebook, [unrun]);
                    onClose();
                  })}
              >
                <Icon name="run" />
                {pipelineTexts.runCell[language]}
              </button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

function Saved(
  { saved: { id, name, version, isNew }, onClose }: {
    readonly saved: SavedPipeline;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const said = isNew
    ? pipelineTexts.saved(cutName(name, 80), version)
    : pipelineTexts.isSame(version);
  return (
    <>
      <p class="pipeline-done" role="status">
        <StateMark state="ok" />
        {said[language]}
      </p>
      <p class="small dim">{pipelineTexts.whereSaved[language]}</p>
      <div class="buttons">
        <a class="button" href={`/api/pipelines/${id}/file?version=${version}`} download>
          <Icon name="download" />
          {pipelineTexts.downloadFile[language]}
        </a>
        <a class="button" href="/#list-pipelines">{pipelineTexts.toList[language]}</a>
        <button type="button" class="button primary" autofocus onClick={onClose}>
          {pipelineTexts.close[language]}
        </button>
      </div>
    </>
  );
}
