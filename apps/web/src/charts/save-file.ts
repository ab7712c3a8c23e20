/** Hands a file made in the browser to the reader. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // not at once: the download starts after the click is over
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
