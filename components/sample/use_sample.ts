import { useEffect, useReducer, useRef } from "preact/hooks";
import { keepSample, type SampleKey } from "./kept_sample.ts";
import { changeSample, type Sample, type SampleAction } from "./sample_state.ts";

/** Milliseconds that changes are gathered before they are kept. */
const calm = 150;

/** A sample and the way to change it; this tab keeps it, so that loading it again loses nothing. */
export function useSample(
  key: SampleKey,
  first: () => Sample,
): readonly [Sample, (action: SampleAction) => void] {
  const [sample, dispatch] = useReducer<Sample, SampleAction, undefined>(
    changeSample,
    undefined,
    first,
  );
  const latest = useRef(sample);
  latest.current = sample;
  useEffect(() => {
    const timer = setTimeout(() => keepSample(key, sample), calm);
    return () => clearTimeout(timer);
  }, [sample]);
  useEffect(() => {
    const keep = (): void => keepSample(key, latest.current);
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      keep();
    };
  }, []);
  return [sample, dispatch];
}
