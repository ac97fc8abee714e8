import { useEffect, useState } from "preact/hooks";

/** What a module exports, once it is loaded: for parts of a page that are not needed at first. */
export function useModule<Module>(load: () => Promise<Module>): Module | undefined {
  const [module, setModule] = useState<Module>();
  useEffect(() => {
    let isWanted = true;
    load().then((loaded) => isWanted && setModule(loaded)).catch(reportError);
    return () => {
      isWanted = false;
    };
  }, []);
  return module;
}
