/** The version of the engine; part of every result's key and of every model card. */
export const engineVersion = "0.1.0";
