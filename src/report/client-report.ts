import type { CheckResult } from './check-result.ts';
import type { ClientReport } from './client/model.ts';

// what a format needs is loaded when it is asked for: the other reports start without it
const built = async (result: CheckResult): Promise<ClientReport> =>
  (await import('./client/build.ts')).clientReport(result);

/** One self-contained page without a script. */
export const clientHtml = async (result: CheckResult): Promise<string> =>
  (await import('./client/html.ts')).clientPage(await built(result));

export const clientMarkdown = async (result: CheckResult): Promise<string> =>
  (await import('./client/markdown.ts')).clientMarkdownText(await built(result));

export const clientDocx = async (result: CheckResult): Promise<Uint8Array> =>
  (await import('./client/docx.ts')).clientDocument(await built(result));

export const clientXlsx = async (result: CheckResult): Promise<Uint8Array> =>
  (await import('./client/xlsx.ts')).clientWorkbook(await built(result));
