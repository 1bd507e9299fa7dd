/** Draws a PDF and gives its bytes. */
export async function collectPdf(
  pdf: PDFKit.PDFDocument,
  draw: () => void
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    pdf.once('end', resolve);
    pdf.once('error', reject);
  });
  draw();
  pdf.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}
