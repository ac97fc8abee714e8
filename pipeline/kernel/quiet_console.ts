/** Sends what is printed for people to standard error: standard output belongs to the kernel's messages. */
export function quietConsole(): void {
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
}
