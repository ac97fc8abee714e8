import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { pipelineApi } from "@/islands/pipeline_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { PipelineAnswer, PipelineVersionsAnswer } from "@/web/pipeline_schema.ts";
import { Dialog } from "../dialog.tsx";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { Moment } from "../moment.tsx";
import { ProblemText } from "../problem_text.tsx";
import { pipelineTexts } from "../texts_pipelines.ts";
import { PipelineContentList } from "./pipeline_content.tsx";

/** All versions of a pipeline with what they hold, each to be taken away or applied. */
export function PipelineVersionsDialog(
  { pipeline: { id, name }, onApply, onClose }: {
    readonly pipeline: PipelineAnswer;
    readonly onApply: (version: number) => void;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [versions, setVersions] = useState<PipelineVersionsAnswer["versions"]>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    pipelineApi.versions(id).then(
      ({ versions }) => setVersions(versions),
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, [id]);
  const title = pipelineTexts.versionsTitle(cutName(name, 80))[language];
  return (
    <Dialog id="pipeline-versions" title={title} onClose={onClose}>
      {problem && <ProblemText problem={problem} language={language} />}
      {versions === undefined && !problem && (
        <p class="faint" role="status">{pipelineTexts.looking[language]}</p>
      )}
      {versions?.map(({ version, created, content }, index) => (
        <details key={version} class="pipeline-version" open={index === 0}>
          <summary>
            <span>{pipelineTexts.version(version)[language]}</span>
            <span class="faint small">
              <Moment time={created} />
            </span>
          </summary>
          <PipelineContentList content={content} />
          <div class="row wrap">
            <button
              type="button"
              class="button"
              onClick={() =>
                onApply(version)}
            >
              <Icon name="train" />
              {pipelineTexts.apply[language]}
            </button>
            <a class="button" href={`/api/pipelines/${id}/file?version=${version}`} download>
              <Icon name="download" />
              {pipelineTexts.downloadFile[language]}
            </a>
          </div>
        </details>
      ))}
      <div class="buttons">
        <button type="button" class="button" onClick={onClose}>
          {pipelineTexts.close[language]}
        </button>
      </div>
    </Dialog>
  );
}
