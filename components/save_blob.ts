/** Saves something as a file of the browser. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  saveFrom(address, name);
  // The download has taken hold of the address by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Lets the browser save what is at an address. @param name What it is called; empty: as the server says */
export function saveFrom(address: string, name = ""): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
