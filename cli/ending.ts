import process from "node:process";

/** Whether the user has asked to end, politely: with the result so far. */
export interface Ending extends Disposable {
  (): boolean;
}

/** Takes the first Ctrl-C as the wish to end with the result so far; the second ends the program as ever. */
export function endingOnInterrupt(): Ending {
  let isAsked = false;
  const ask = (): void => {
    isAsked = true;
  };
  process.once("SIGINT", ask);
  const dispose = (): void => void process.off("SIGINT", ask);
  return Object.assign(() => isAsked, { [Symbol.dispose]: dispose });
}
