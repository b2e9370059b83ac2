/** Some browsers begin to read a file only a while after it was given to them. */
const patienceMs = 60_000;

/** Gives bytes to the browser to be kept under a name. */
export function saveFile(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), patienceMs);
}
