import { useEffect, useState } from "preact/hooks";
import { diagnosisApi } from "@/islands/diagnosis_api.ts";
import { listen } from "@/islands/event_stream.ts";
import { type DiagnosisAnswer, diagnosisNewsSchema } from "@/web/diagnosis_schema.ts";

/** A diagnosis as the server gave it with the page, and as it becomes while it runs. */
export function useLiveDiagnosis(given: DiagnosisAnswer): DiagnosisAnswer {
  const [diagnosis, setDiagnosis] = useState(given);
  const { id, state } = diagnosis;
  useEffect(() => {
    let isEnded = false;
    const renew = async (): Promise<void> => {
      try {
        const answer = await diagnosisApi.get(id);
        if (!isEnded) setDiagnosis(answer);
      } catch {
        // What is shown stays as it is; when the connection is back, it is asked for anew.
      }
    };
    const stop = listen((heard) => {
      // `hello` comes first: what was told between the page and the stream is not told again.
      const isNew = heard.event === "hello" && state === "running";
      const isChanged = heard.event === "changed" && heard.data.id === id;
      if (isNew || isChanged) void renew();
      if (heard.event !== "diagnosis" || heard.data.id !== id) return;
      const { head, ...news } = diagnosisNewsSchema.parse(heard.data);
      setDiagnosis((known) => ({ ...known, ...news, head: head ?? known.head }));
      if (news.state !== "running") void renew();
    });
    return () => {
      isEnded = true;
      stop();
    };
  }, [id]);
  return diagnosis;
}
